title-sign-in = Вхід
sign-in-lede = Без пароля: надішлемо код на e-mail. Ви тут уперше? Теж сюди.
email = Адреса e-mail
your-name = Ім’я та прізвище
your-name-hint = Потрібно лише першого разу.
send-code = Надіслати код
sign-in-privacy = Адресу використовуємо лише для входу та повідомлень про ваші зміни.
title-code = Введіть код
code-lede = Якщо адреса правильна, за мить ви отримаєте шість цифр. Вони діють 10 хвилин.
code = Код
code-again = Надіслати новий код
sign-in-do = Увійти
demo-title = Демонстраційна версія
demo-lede = Усі люди й місця вигадані. Увійдіть як хтось із них:
demo-mail = Цей лист було б надіслано
demo-mails-lede = Це листи, які програма надіслала б насправді.
demo-mails-none = Поки що жодного.
years =
    { $count ->
        [one] { $count } рік
        [few] { $count } роки
        [many] { $count } років
       *[other] { $count } роки
    }
title-mine = Мої зміни
schedule-coming = Попереду
schedule-past = Позаду
schedule-earlier = { $count ->
    [one] Ще { $count } раніша зміна
    [few] Ще { $count } раніші зміни
    [many] Ще { $count } раніших змін
   *[other] Ще { $count } ранішої зміни
}
schedule-empty-title = Тут ще нічого немає
schedule-empty = Знайдіть у календарі щось для себе.
profile-about = Про вас
profile-volunteer = Як ви хочете допомагати
profile-saved = Збережено.
phone = Телефон
birth-date = Дата народження
birth-hint = Від віку залежить, на що ви можете подати заявку.
birth-known = Якщо вона помилкова, скажіть координаторці.
not-said = не вказую
occupation = Чим ви займаєтеся
languages = Мови
languages-hint = Через кому, наприклад: pl, uk.
skills = Що ви вмієте
skills-hint = Через кому, своїми словами.
weekly-hours = Найбільше годин на тиждень
weekly-hours-hint = Порожньо означає: стільки, скільки дозволяють правила.
kinds-liked = Що вам подобається робити
free-time = Коли ви зазвичай маєте час
settings = Налаштування
language-messages = Мова повідомлень
sign-out-title = Вихід
sign-out-everywhere = Вийти на всіх пристроях
sessions =
    { $count ->
        [one] Ви увійшли на { $count } пристрої.
        [few] Ви увійшли на { $count } пристроях.
        [many] Ви увійшли на { $count } пристроях.
       *[other] Ви увійшли на { $count } пристроях.
    }
title-about = Про програму
about-lede = З 2005 року ми єднаємо людей, які хочуть допомагати, з тими, кому потрібна допомога. Ми – ланка між ними.
about-history = Усе почалося з Клубів волонтерства, де люди, яким допомагав центр, допомагали одне одному – безкоштовно і з власної волі.
about-people = Сьогодні допомагають люди від 15 до понад 66 років: учні, студенти, працівники, пенсіонери, ті, хто шукає роботу. Ми підтримуємо денні центри, будинки самодопомоги, навчаємо дітей, складаємо товариство літнім людям і допомагаємо партнерам.
about-kinds-title = У чому ви можете допомогти
title-join = Як долучитися
join-lede = П’ять кроків – і можна допомагати. Починаємо з адреси e-mail.
join-step-1 = Подайте заявку
join-step-1-how = Вкажіть ім’я та e-mail, введіть код і заповніть профіль.
join-step-2 = Поговоріть з нами
join-step-2-how = Коротка розмова з координаторкою: що вам до душі, коли маєте час.
join-step-3 = Пройдіть навчання
join-step-3-how = Одна зустріч про правила та безпеку.
join-step-4 = Підпишіть угоду
join-step-4-how = Разом з нами, у центрі. Ви застраховані від нещасних випадків.
join-step-5 = Виберіть зміну
join-step-5-how = Два дотики в календарі – і місце за вами.
join-minors-title = Вам менше 18 років?
join-minors = Допомагати можна з 15 років, за згодою батьків або опікуна. На місці завжди є дорослий.
join-rights-title = На що ви маєте право
join-rights = Письмова угода, страхування, підтримка координаторки, а на прохання – довідка та відгук.
join-do = Почати
# What a person is
status-applied = подано заявку
status-interview = розмова
status-training = навчання
status-paperwork = документи
status-trial = випробувальний період
status-active = активний
status-paused = на паузі
status-ended = завершено
status-rejected = відхилено
status-withdrawn = відмова
role-administrator = адміністратор
role-director = директор
role-coordinator = координаторка
role-social_worker = соціальний працівник
role-facility_manager = керівник закладу
role-partner = партнер
role-auditor = аудитор
role-volunteer = волонтерство
occupation-pupil = навчаюся у школі
occupation-student = навчаюся у виші
occupation-employed = працюю
occupation-retired = на пенсії
occupation-unemployed = шукаю роботу
occupation-other = інше
part-morning = вранці
part-afternoon = вдень
part-evening = ввечері
# What is wrong with a field
input-empty = Це поле порожнє.
input-too-long = Задовго. Скоротіть трохи.
input-not-email = Це не схоже на адресу e-mail. Перевірте, чи є знак @.
input-not-date = Введіть дату, наприклад 2026-11-28.
input-not-time = Введіть час, наприклад 16:00.
input-out-of-range = Це число або дата поза межами.
input-not-a-choice = Виберіть зі списку.
input-end-before-start = Кінець має бути після початку.
input-night-too-long = Введіть кінець, пізніший за початок. Зміна, що закінчується наступного дня, триває щонайбільше 12 годин.
input-in-the-past = Цей день уже минув.
input-too-far = Це надто далеко в майбутньому.
input-max-below-min = Найбільше не може бути менше за найменше.
input-below-taken = Більше людей уже мають місце на цю зміну.
input-wrong-code = Це не той код. Перевірте цифри.
input-no-dates = Це правило не дає жодної зміни.
input-doubled = У цей час пропозиція вже має зміну.
input-dead-code = Цей код уже не діє. Попросіть новий.
input-nobody = Ми не знайшли нікого, хто міг би тоді прийти. Назвіть когось або відмовтеся.
input-in-the-future = Цей день ще попереду.
input-outside-task = Цей день не належить до завдання.
input-earlier = Цей день може бути лише пізнішим: хтось уже міг домовитися.
watch-title = Про що ми вам пишемо
watch-lede = Скажіть, яка допомога чи яке місце вас цікавить. Напишемо, коли буде вільне місце або коли перед самим терміном когось бракуватиме. Ніколи вночі.
watch-none = Поки що ні про що.
watch-kind = Вид допомоги
watch-organisation = Місце
watch-slot = Одне повідомлення, коли звільниться місце
watch-what = Про що писати?
watch-choose = виберіть
watch-add = Пишіть мені
watch-end = Більше не треба
