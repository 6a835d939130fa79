# Several dates at once, a standing place, work without an hour
choose-title = Виберіть кілька змін одразу
choose-lede = Позначте зміни, які вам підходять. Запишемо вас на всі одним дотиком.
choose-do = Записуюся на позначені
choose-none = Позначте хоча б одну зміну.
outcome-claimed = { $count ->
    [one] У вас { $count } нова зміна.
    [few] У вас { $count } нові зміни.
    [many] У вас { $count } нових змін.
   *[other] У вас { $count } нової зміни.
}
outcome-none = Не вдалося зайняти жодної зміни.
outcome-held = вже була вашою
outcome-skipped = пропускаєте
outcome-asks-more = спершу дайте відповіді на сторінці цієї зміни
standing-title = Постійне місце
standing-weekday-1 = щопонеділка
standing-weekday-2 = щовівторка
standing-weekday-3 = щосереди
standing-weekday-4 = щочетверга
standing-weekday-5 = щоп’ятниці
standing-weekday-6 = щосуботи
standing-weekday-7 = щонеділі
standing-any-day = на всі зміни
standing-lede = { $count ->
    [one] Ви приходите завжди: маєте місце в кожній зміні (зараз { $count }), також у доданих пізніше. Від одного дня чи від усього відмовитеся, коли захочете.
    [few] Ви приходите завжди: маєте місце в кожній зміні (зараз { $count }), також у доданих пізніше. Від одного дня чи від усього відмовитеся, коли захочете.
    [many] Ви приходите завжди: маєте місце в кожній зміні (зараз { $count }), також у доданих пізніше. Від одного дня чи від усього відмовитеся, коли захочете.
   *[other] Ви приходите завжди: маєте місце в кожній зміні (зараз { $count }), також у доданих пізніше. Від одного дня чи від усього відмовитеся, коли захочете.
}
standing-skip-title = У деякі дні не можу
standing-skip-hint = Позначте дні, коли вас не буде.
standing-take = Беру постійне місце
standing-room = Постійні люди займають не більше { $percent }% місць, щоб і нові помістилися.
standing-yours = У вас тут постійне місце
standing-yours-text = Свої зміни побачите в «Моє». Там можна пропустити один день або завершити все.
standing-mine = Постійні місця
standing-next = { $count ->
    [one] { $count } зміна, наступна: { $day }
    [few] { $count } зміни, наступна: { $day }
    [many] { $count } змін, наступна: { $day }
   *[other] { $count } зміни, наступна: { $day }
}
standing-no-dates = поки що без змін
standing-dates = Зміни
standing-skip-one = Цього дня не можу
standing-end = Завершую постійне місце
standing-end-from = Від якого дня
window-much = { $much } роботи, коли вам зручно
promise-window = Працюєте, коли вам зручно, і тут записуєте, скільки вже зроблено. Відмовитися можна, доки не почнете.
work-title = Ваша робота
work-done = { $done } з { $wanted }
work-left = залишилося: { $left }
work-all = усе зроблено
work-not-yet = Коли почнете, запишете тут, скільки вже зроблено.
work-day = День
work-hours = Години
work-minutes = Хвилини
work-note = Записати
work-remove = Видалити запис
work-finish = Зроблено
work-finished = Зроблено – дякуємо!
work-not-done = Усе ж іще не кінець
