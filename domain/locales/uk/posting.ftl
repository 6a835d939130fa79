# What is asked at sign-up
questions-title = Запитання під час запису
questions-hint = Щонайбільше п’ять. Відповіді бачать волонтер, координатори та господарі цього закладу. Не питай про здоров’я.
questions-add = Запитання { $number }
question-text = Запитання
question-kind = Як відповідати
question-kind-text = кількома словами
question-kind-yes-no = так або ні
question-kind-choice = вибір із поданих відповідей
question-choices = Відповіді на вибір
question-choices-hint = Кожна в окремому рядку. Лише для запитання з вибором.
question-required = Без відповіді не можна записатися

# Opening time
warning-not-yet-open = запис ще не відкрито
dates-opens = Відкрити запис за стільки днів, о 8:00

# The way to everyone
stage-draft = чернетка
stage-handed-in = чекає на координатора
stage-sent-back = повернена з приміткою
stage-published = опублікована
stage-change-handed-in = зміна чекає на координатора
stage-change-sent-back = зміну повернено з приміткою
stage-cancelled = скасована
offers-waiting = На розгляд
host-offers = Пропозиції закладу
review-look = Переглянь пропозицію й дати. Можеш щось виправити й одразу опублікувати.
review-sent-back = Повернена з приміткою. Можеш також опублікувати без очікування.
review-hand-in = Передати координатору
review-hand-in-hint = Коли чернетка готова, передай її. Координатор перегляне й опублікує або напише, що виправити.
review-handed-in = Передано. Напишемо, коли координатор вирішить.
review-change-hint = Цю пропозицію вже бачать усі. Зміна з’явиться, коли її перегляне координатор. Нові дати можна додавати одразу.
review-accept = Опублікувати зміну
review-note = Примітка координатора
review-from = Від: { $name }, { $when }.
review-waits = Передано: { $name }, { $when }. Напишемо, коли координатор вирішить.
review-nothing = (нічого)
review-below = змінено, дивись нижче у формі
review-send-back = Повернути з приміткою
review-send-back-note = Що виправити
review-send-back-hint = Автор отримає примітку листом і побачить її над формою.
review-send-back-now = Повернути
review-returned = Повернено. Автор отримає лист.
offer-field-organisation-id = Заклад
offer-field-kind = Вид допомоги
offer-field-title = Назва
offer-field-description = Опис
offer-field-place = Місце
offer-field-district-id = Район
offer-field-remote = Дистанційно
offer-field-min-age = Наймолодший вік
offer-field-claim-rule = Як записуються
offer-field-questions = Запитання
board-handed-in = { $count ->
    [one] { $count } пропозиція чекає на ваш перегляд
    [few] { $count } пропозиції чекають на ваш перегляд
    [many] { $count } пропозицій чекає на ваш перегляд
   *[other] { $count } пропозиції чекає на ваш перегляд
}
trust-title = Хто публікує без перевірки
trust-text = Люди довіреного закладу публікують і змінюють пропозиції самі. Довіру можна скасувати будь-коли.
trust-on = публікує сам
trust-by = довіра: { $name }, { $day }
trust-ended-by = скасовано: { $name }, { $day }
trust-give = Довіритися
trust-give-name = Довіритися: { $name }
trust-end = Скасувати довіру
trust-end-name = Скасувати довіру: { $name }

# Templates
templates-title = Почати зі взірця
templates-centre = спільний
templates-more-name = Більше: { $name }
templates-name = Назва взірця
templates-remove = Вилучити
templates-remove-name = Вилучити взірець: { $name }
templates-save = Зберегти як взірець
templates-save-text = Взірець пам’ятає опис, місце й запитання, без дат. Наступну пропозицію почнеш із нього.
templates-of-centre = Спільний для всіх закладів
templates-save-now = Зберегти взірець
templates-saved = Взірець збережено. Він є біля нової пропозиції.

# Rules that approve by themselves
rules-lede = Правило приймає заявку само або залишає її людині. Друге завжди переважає. Кожне рішення видно на панелі разом із причиною.
rules-none = Правил ще немає
rules-none-text = Про кожну заявку вирішує людина.
rules-new = Нове правило
rules-name = Назва
rules-name-hint = Коротко, щоб кожен зрозумів рішення.
rules-effect = Що робить
rules-effect-approve = Приймає
rules-effect-approve-text = Людина одразу має місце й отримує лист.
rules-effect-leave = Залишає людині
rules-effect-leave-text = Заявка завжди чекає на координатора, навіть якби інше правило її прийняло.
rules-when = Коли
rules-when-hint = Усе, що обереш, має виконуватися.
rules-conditions-none = Обери хоча б одну умову.
rules-any = байдуже
rules-everywhere = усюди
rules-field-experience = Досвід
rules-experience-here = була в цьому закладі щонайменше
rules-experience-kind = робила це щонайменше
rules-experience-never = уперше в цьому закладі
rules-field-times = Скільки разів
rules-field-absence = Відсутність без попередження
rules-absence-none = жодної за стільки місяців
rules-absence-some = була за останні місяці
rules-field-months = Скільки місяців
rules-field-ahead = Скільки до дати
rules-ahead-more = більш як стільки днів
rules-ahead-fewer = менш як стільки днів
rules-field-days = Скільки днів
rules-field-age = Вік
rules-age-adult = повнолітня особа
rules-age-minor = неповнолітня особа
rules-field-kind = Вид допомоги
rules-field-organisation_id = Де
rules-try = Перевірити на минулих заявках
rules-add = Додати правило
rules-tried-approve = З останніх { $total } заявок це правило прийняло б { $held }.
rules-tried-leave = З останніх { $total } заявок це правило залишило б людині { $held }.
rules-held-approve = З останніх { $total } заявок прийняло б { $held }.
rules-held-leave = З останніх { $total } заявок залишило б людині { $held }.
rules-by = { $name }, від { $day }
rules-end = Завершити
rules-end-name = Завершити правило: { $name }
rules-place = лише: { $name }
rules-left = Рішення за людиною: { $name }
rule-when-came-here = була тут щонайменше { $number } разів
rule-when-came-to-kind = такі завдання: щонайменше { $number } разів
rule-when-never-here = уперше в цьому закладі
rule-when-ready = у день завдання має все потрібне
rule-when-more-days = більш як за { $number } днів до дати
rule-when-fewer-days = менш як за { $number } днів до дати
rule-when-kind = вид: { $kind }
rule-when-not-missed = без відсутності без попередження { $number } міс.
rule-when-missed = відсутність без попередження за останні { $number } міс.
rule-when-adult = повнолітня особа
rule-when-minor = неповнолітня особа
automatic-title = Правила прийняли сьогодні
automatic-none = Сьогодні ще жодне правило не вирішувало.
automatic-rule = правило: { $name }
automatic-fact = { $wanted } (є: { $fact })
