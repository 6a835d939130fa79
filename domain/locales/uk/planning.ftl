week-title = План тижня
week-way = План тижня
week-lede-mouse = Протягніть мишею по вільному місцю, і з’явиться нова зміна. Перетягніть зміну, щоб її перенести.
week-lede = Нічого не зміниться, доки ви не побачите, хто про це дізнається.
week-range = { $from } – { $to }
week-dates = Зміни цього тижня
week-add = Додати зміну до пропозиції
week-dates-hint = Тут можна перенести зміну без миші.
week-none = Цього тижня ще немає жодної зміни.
week-more = Цей тиждень має більше змін, ніж тут уміщається. Решту знайдете в пропозиціях.
week-move = Перенести…
week-move-title = Перенести зміну
week-move-hint = Спершу ви побачите, хто отримає повідомлення. Лише потім збережете зміну.
week-move-look = Переглянути, що буде інакше
week-move-stay = Залишити, як є
week-new = Нова зміна: { $when }
week-new-which = У якій пропозиції?
week-new-offer = У новій пропозиції
week-copy = Скопіювати цей тиждень
week-copy-to = На тиждень від дня
week-copy-hint = Копія має ті самі години, місця та ролі. Нікого на неї не записуємо. Свята і те, що там уже є, пропустимо.
week-copy-look = Переглянути, що з’явиться
week-copy-title = Тиждень від { $day } отримає ці зміни
week-copy-new = з’явиться
week-copy-there = уже там є
week-copy-holiday = пропущено: { $name }
week-copy-out-of-time = пропущено: зарано або запізно
week-copy-too-long = пропущено: триває задовго
week-copy-role-ended = пропущено: у пропозиції вже немає цієї ролі
week-copy-do = { $count ->
    [one] Додати { $count } зміну
    [few] Додати { $count } зміни
    [many] Додати { $count } змін
   *[other] Додати { $count } зміни
}
week-copy-nothing = Немає чого додати.
year-way = Рік коротко
year-title = Рік { $year }
year-lede = Наскільки забезпечені дні цього року. Торкніться дня, щоб побачити його зміни в плані тижня.
year-before = Рік { $year }
year-after = Рік { $year }
year-legend = Позначки
year-cover-full = усі є
year-cover-most = бракує менше половини людей
year-cover-few = бракує половини людей або більше
year-holiday = свято
year-school = немає навчання у школах
year-dates = { $count ->
    [one] { $count } зміна цього року.
    [few] { $count } зміни цього року.
    [many] { $count } змін цього року.
   *[other] { $count } зміни цього року.
}
year-missing = { $count ->
    [one] Від сьогодні бракує { $count } людини.
    [few] Від сьогодні бракує { $count } людей.
    [many] Від сьогодні бракує { $count } людей.
   *[other] Від сьогодні бракує { $count } людини.
}
year-none = Цього року немає жодної зміни
year-none-text = Зміни можна додати в плані тижня або в пропозиції.
