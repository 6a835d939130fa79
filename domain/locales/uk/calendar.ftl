slot-count = { $count ->
    [one] { $count } зміна
    [few] { $count } зміни
    [many] { $count } змін
   *[other] { $count } зміни
}
seats-missing = { $count ->
    [one] бракує { $count } особи
    [few] бракує { $count } осіб
    [many] бракує { $count } осіб
   *[other] бракує { $count } особи
}
title-calendar = Календар допомоги
span-label = Вигляд
span-agenda = Список
span-day = День
span-week = Тиждень
span-month = Місяць
range-from = Від: { $day }
earlier = Раніше
later = Пізніше
week-before = Тижнем раніше
week-after = Тижнем пізніше
strip-label = Дні тижня
agenda-next = Наступні дні
seats-taken = { $taken } з { $max }
filters = Фільтри
filters-chosen =
    { $count ->
        [one] { $count } вибраний
        [few] { $count } вибрані
        [many] { $count } вибраних
       *[other] { $count } вибрані
    }
filters-show = Показати
filters-clear = Скинути фільтри
filter-text = Пошук
filter-kind = Вид допомоги
filter-organisation = Місце
filter-district = Район
filter-weekday = День тижня
filter-any = усі
nothing-title = Тут нічого немає
nothing-here = У ці дні допомога нікому не потрібна.
nothing-filtered = У ці дні ніщо не відповідає цим фільтрам.
nothing-nearest = Найближче: { $day }
nothing-that-day = цього дня нічого
holiday-new-year = Новий рік
holiday-epiphany = Богоявлення
holiday-easter = Великдень
holiday-easter-monday = Великодній понеділок
holiday-labour = День праці
holiday-constitution = День Конституції
holiday-pentecost = П’ятидесятниця
holiday-corpus-christi = Свято Божого Тіла
holiday-assumption = Успіння
holiday-all-saints = День усіх святих
holiday-independence = День Незалежності
holiday-christmas-eve = Святвечір
holiday-christmas = Різдво
fact-when = Коли
fact-where = Де
fact-people = Скільки людей
fact-for-whom = Для кого
from-age = від { $age } років
needs-checks = Заняття з дітьми: спершу перевіряємо документи, яких вимагає закон
needs-confidentiality = Підписуємо заяву про конфіденційність
other-dates = Інші зміни
all-dates = Усі зміни
open-dates-title = Зміни
open-dates-none-title = Поки що без змін
open-dates-none = Загляньте в календар – може, вам сподобається щось інше.
claim-title = Хочете допомогти?
claim-yours = Ваша заявка
claim-do = Я допоможу
claim-sign-in = Увійти й подати заявку
promise-instant = Підтверджується одразу. Відмовитися можна одним дотиком до самого початку.
promise-approval = Координаторка підтвердить, і ми одразу повідомимо вас. Відмовитися можна одним дотиком.
promise-visitor = Потрібна лише адреса e-mail. Надішлемо код, без пароля.
withdraw-do = Відмовляюся
mine-pending = Чекає на згоду
mine-approved = Підтверджено
mine-waitlisted = Список очікування
mine-offered = Місце чекає на вас
mine-refused = Цього разу ні
mine-withdrawn = Відкликано
mine-cancelled = Скасовано
mine-attended = Дякуємо!
mine-no_show = Відсутність
next-pending = Координаторка вирішить, і ви одразу побачите це тут. Надішлемо також лист.
next-approved = Місце за вами. Приходьте на кілька хвилин раніше. Якщо щось зміниться, відмовтеся тут – хтось інший радо допоможе.
next-waitlisted = Повідомимо, коли звільниться місце.
next-offered = Звільнилося місце. Підтвердьте, що берете його.
next-refused = Подивіться інші зміни – щось неодмінно знайдеться.
next-withdrawn = Можете подати заявку знову.
next-cancelled = Ця зміна не відбудеться. Нічого робити не потрібно.
next-attended = Години записано в «Мої зміни».
next-no_show = Якщо це помилка, поговоріть із ведучим.
missing-title = Що ще попереду
missing-birth-date = Дата народження
missing-birth-date-how = Додайте її в профілі.
missing-interview = Розмова з координаторкою
missing-interview-how = Ми зв’яжемося, щоб домовитися про коротку зустріч.
missing-training = Навчання
missing-training-how = Одна зустріч: правила, безпека, ваші запитання.
missing-paperwork = Угода та заяви
missing-paperwork-how = Підпишемо їх разом у центрі.
missing-end-break = Завершення перерви
missing-end-break-how = Зателефонуйте або напишіть координаторці, коли захочете повернутися.
missing-apply-again = Нова заявка
missing-apply-again-how = Поговоріть із координаторкою.
order-label = Порядок
order-time = За часом
order-for-me = Для мене
for-me-hint = Розкажіть, що вам подобається, де ви живете й коли маєте час, і спершу ми покажемо те, що вам підходить.
for-me-profile = Доповнити профіль
for-me-empty-title = Поки що нічого для вас
for-me-empty = Найближчими днями немає місця, яке ви можете зайняти. Доповніть профіль або перегляньте весь календар.
fit-time = підходить до вашого вільного часу
fit-liked = вам подобаються такі заняття
fit-near = поруч із вами
fit-remote = не треба їхати
fit-known = ви знаєте це місце
