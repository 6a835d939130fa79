# Rules in words
rule-and = і
rule-weekly-1 = щопонеділка
rule-weekly-2 = щовівторка
rule-weekly-3 = щосереди
rule-weekly-4 = щочетверга
rule-weekly-5 = щоп’ятниці
rule-weekly-6 = щосуботи
rule-weekly-7 = щонеділі
rule-weekly-many = щотижня: { $days }
rule-fortnightly-1 = раз на два тижні, у понеділок
rule-fortnightly-2 = раз на два тижні, у вівторок
rule-fortnightly-3 = раз на два тижні, у середу
rule-fortnightly-4 = раз на два тижні, у четвер
rule-fortnightly-5 = раз на два тижні, у п’ятницю
rule-fortnightly-6 = раз на два тижні, у суботу
rule-fortnightly-7 = раз на два тижні, у неділю
rule-fortnightly-many = раз на два тижні: { $days }
rule-day-of-month = { $day }-го числа місяця
rule-month-1 = у { $nth } понеділок місяця
rule-month-2 = у { $nth } вівторок місяця
rule-month-3 = у { $nth } середу місяця
rule-month-4 = у { $nth } четвер місяця
rule-month-5 = у { $nth } п’ятницю місяця
rule-month-6 = у { $nth } суботу місяця
rule-month-7 = у { $nth } неділю місяця
rule-nth-1 = перший
rule-nth-2 = другий
rule-nth-3 = третій
rule-nth-4 = четвертий
rule-nth-last = останній
rule-nth-f-1 = першу
rule-nth-f-2 = другу
rule-nth-f-3 = третю
rule-nth-f-4 = четверту
rule-nth-f-last = останню
rule-until = до { $day }
rule-count = { $count ->
    [one] { $count } раз
    [few] { $count } рази
    [many] { $count } разів
   *[other] { $count } разу
}
rule-no-holidays = без свят
rule-no-school = без шкільних канікул
rule-but = { $count ->
    [one] без { $count } вибраного дня
    [few] без { $count } вибраних днів
    [many] без { $count } вибраних днів
   *[other] без { $count } вибраного дня
}
school-christmas = різдвяна перерва у школах
school-winter = зимові канікули
school-spring = великодня перерва у школах
school-summer = літні канікули
left-chosen = Ваш вибір
left-cancelled = скасовано раніше

# Adding dates
dates-pattern = Як часто
dates-pattern-once = Один раз
dates-pattern-weekly = Щотижня
dates-pattern-fortnightly = Раз на два тижні
dates-pattern-day_of_month = Щомісяця, того самого числа
dates-pattern-weekday_of_month = Щомісяця, у той самий день тижня
dates-pattern-last_of_month = Щомісяця, в останній такий день тижня
dates-weekdays = У які дні тижня
dates-weekdays-hint = Якщо не позначено: у день тижня першої зміни.
dates-repeat-until = Повторювати до дня
dates-count = або стільки разів
dates-end-hint = Заповніть одне з цих полів. Пропущені дні теж рахуються.
dates-skip-school = Пропускати шкільні канікули
dates-opens-hint = Порожнє поле: одразу.
dates-standing = Постійні місця: щонайбільше скільки відсотків місць
dates-standing-hint = Порожнє поле: половина. Решта чекає на нових людей. 0: без постійних місць. Хто вже має постійне місце, той його зберігає.
dates-cancel-label = Скасувати: { $when }
dates-cancel-now = Скасувати зміну
dates-preview = Переглянути зміни
dates-preview-title = Ось як це виглядатиме
dates-preview-empty = Заповніть форму, і ви побачите тут кожну зміну, перш ніж її зберегти.
dates-will = { $count ->
    [one] Буде додано { $count } зміну
    [few] Буде додано { $count } зміни
    [many] Буде додано { $count } змін
   *[other] Буде додано { $count } зміни
}
dates-number = { $count ->
    [one] { $count } зміна
    [few] { $count } зміни
    [many] { $count } змін
   *[other] { $count } зміни
}
dates-left-title = Пропущено
dates-leave = Пропустити
dates-leave-label = Пропустити: { $day }
dates-bring = Повернути
dates-bring-label = Повернути: { $day }
dates-known = вже є, вдруге не додається
dates-save = { $count ->
    [one] Додати { $count } зміну
    [few] Додати { $count } зміни
    [many] Додати { $count } змін
   *[other] Додати { $count } зміни
}
dates-add-way = Запланувати зміни
dates-single = Окремі зміни
dates-edit = Змінити або скасувати
dates-edit-label = Змінити або скасувати: { $when }

# Changing dates
change-title = Змінення часу
change-what = Що ви хочете зробити
change-what-change = Змінити
change-what-cancel = Скасувати
change-scope = Яких змін це стосується
change-scope-this = Лише цієї
change-scope-this-text = Решта залишиться такою, як є.
change-scope-following = Цієї та наступних
change-scope-following-text = Попередні залишаться такими, як є.
change-scope-all = Усіх, що ще не почалися
change-scope-all-text = Уся серія відтепер.
change-gather = Вирівняти також перенесені окремо
change-new = Новий час і місця
change-rule = Як повторюється
change-place = Місце всієї пропозиції
change-place-hint = Стосується всіх майбутніх змін цієї пропозиції, не лише цієї серії. Зараз: { $place }
change-look = Побачити, кого це стосується
change-preview-title = Що станеться
change-preview-empty = Тут ви побачите, які зміни буде перенесено і хто яке повідомлення отримає. Нічого не збережеться, поки ви не підтвердите.
change-nothing = Нічого не зміниться: форма така сама, як збережено.
change-rule-now = Відтепер: { $rule }
change-dates = Зміни
change-kept = { $count ->
    [one] { $count } зміна залишається як є
    [few] { $count } зміни залишаються як є
    [many] { $count } змін залишається як є
   *[other] { $count } зміни залишається як є
}
change-people = { $count ->
    [one] { $count } людина
    [few] { $count } людини
    [many] { $count } людей
   *[other] { $count } людини
}
change-carried = { $count ->
    [one] { $count } заявка залишається без повідомлення, бо час і місце не змінюються.
    [few] { $count } заявки залишаються без повідомлення, бо час і місце не змінюються.
    [many] { $count } заявок залишається без повідомлення, бо час і місце не змінюються.
   *[other] { $count } заявки залишається без повідомлення, бо час і місце не змінюються.
}
change-messages = Хто отримає повідомлення
change-nobody = Ніхто не отримає повідомлення.
change-more-people = { $count ->
    [one] і ще { $count } людина
    [few] і ще { $count } людини
    [many] і ще { $count } людей
   *[other] і ще { $count } людини
}
change-save = Зберегти й повідомити
change-save-quiet = Зберегти
change-cancel-save = Скасувати й повідомити
change-saved = Збережено. Історія змін унизу сторінки.
fate-moved = перенесено
fate-added = нова
fate-cancelled = скасовано
fate-changed = змінено місця
message-moved = Інший час або місце – питаємо, чи ще підходить
message-cancelled = Скасування
message-released = Заявку звільнено, бо новий час для цієї людини неможливий
message-question = Запитання, чи хтось прийде, вже неактуальне

# History
history-title = Історія змін
history-none = Ще нічого не змінено.
history-program = Łącznik
history-create = Створено чернетку
history-update = Змінено опис
history-hand-in = Передано координатору
history-send-back = Повернено з приміткою
history-publish = Опубліковано
history-cancel = Скасовано всю пропозицію
history-add-dates = Додано зміни
history-change-dates = Змінено час або місця
history-cancel-dates = Скасовано зміни
history-scope-this = лише ця зміна
history-scope-following = ця та наступні
history-scope-all = усі зміни серії
history-from-to = було: { $before }, є: { $after }
history-places = людей: було { $before }, є { $after }
history-place = місце: було «{ $before }», є «{ $after }»
history-opens = днів до зміни, коли відкривається запис: було { $before }, є { $after }
history-standing = частка постійних місць: було { $before } %, є { $after } %
history-at-once = одразу
history-field = { $field }: було «{ $before }», стало «{ $after }»
history-field-other = Змінено: { $field }
history-note = примітка: { $text }
history-reason = причина: { $text }
history-added = { $count ->
    [one] додано { $count } зміну
    [few] додано { $count } зміни
    [many] додано { $count } змін
   *[other] додано { $count } зміни
}
history-moved = { $count ->
    [one] перенесено { $count } зміну
    [few] перенесено { $count } зміни
    [many] перенесено { $count } змін
   *[other] перенесено { $count } зміни
}
history-cancelled = { $count ->
    [one] скасовано { $count } зміну
    [few] скасовано { $count } зміни
    [many] скасовано { $count } змін
   *[other] скасовано { $count } зміни
}
history-told = { $count ->
    [one] повідомлення отримала { $count } людина
    [few] повідомлення отримали { $count } людини
    [many] повідомлення отримали { $count } людей
   *[other] повідомлення отримали { $count } людини
}
