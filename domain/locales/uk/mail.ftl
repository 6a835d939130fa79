# Mails
mail-code-subject = { $code } – ваш код для Łącznik
mail-code-body =
    Добрий день,

    Ваш код: { $code }

    Він діє { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }. Якщо це не ви намагаєтеся увійти, просто не зважайте на цей лист.

    Łącznik
mail-approved-subject = У вас є місце: { $title }
mail-approved-body =
    Добрий день,

    підтверджено – чекаємо на вас.

    { $title }
    { $when }
    { $place }

    Якщо плани зміняться, відмовтеся одним дотиком, щоб хтось інший міг зайняти ваше місце:
    { $link }

    Дякуємо, що допомагаєте.
    Łącznik
mail-refused-subject = Цього разу без місця: { $title }
mail-refused-body =
    Добрий день,

    дякуємо за бажання допомогти. На цю зміну ми не змогли вас прийняти:

    { $title }
    { $when }

    Від координатора: { $reason }

    Подивіться інші зміни: { $link }

    Łącznik
mail-cancelled-subject = Скасовано: { $title }, { $when }
mail-cancelled-body =
    Добрий день,

    ця зміна не відбудеться:

    { $title }
    { $dates }
    { $place }

    Причина: { $reason }

    Вам нічого не потрібно робити. Інші зміни тут: { $link }

    Łącznik
mail-moved-subject = Новий час: { $title }
mail-moved-body =
    Добрий день,

    змінився час або місце завдання, на яке ви подали заявку:

    { $title }
    { $dates }
    { $place }

    Скажіть, будь ласка, чи вам ще підходить: { $link }

    Łącznik
mail-offer-subject = Зможете допомогти? { $title }, { $when }
mail-offer-body =
    Добрий день,

    ми подумали про вас. Зможете тоді прийти?

    { $title }
    { $when }
    { $place }

    Відповісти можна одним дотиком, без входу, до: { $until }
    { $link }

    Обидві відповіді добрі. Якщо вам не підходить, запитаємо когось іншого.

    Дякуємо, що ви з нами.
    Łącznik
mail-offer-gone-subject = Пропозиція вже не діє: { $title }
mail-offer-gone-body =
    Добрий день,

    ми питали, чи зможете ви тоді прийти. Це запитання вже не діє:

    { $title }
    { $when }
    { $place }

    Вам нічого не потрібно робити. Дякуємо, що на вас можна покластися. Ця зміна тут: { $link }

    Łącznik
