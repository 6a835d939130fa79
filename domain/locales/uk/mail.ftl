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
    { $when }
    { $place }

    Причина: { $reason }

    Вам нічого не потрібно робити. Інші зміни тут: { $link }

    Łącznik
mail-moved-subject = Новий час: { $title }
mail-moved-body =
    Добрий день,

    змінився час:

    { $title }
    Новий час: { $when }
    { $place }

    Якщо він вам не підходить, відмовтеся тут: { $link }

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
mail-reconsidered-subject = Твоя заявка повертається до координатора: { $title }
mail-reconsidered-body =
    Добрий день,

    раніше ми написали, що ти маєш місце. Координатор хоче ще раз переглянути цю заявку:

    { $title }
    { $when }
    { $place }

    Тобі не треба нічого робити. Напишемо, щойно він вирішить. Перепрошуємо за клопіт: { $link }

    Łącznik
mail-published-subject = Опубліковано: { $title }
mail-published-body =
    Добрий день,

    координатор переглянув твою пропозицію. Її вже бачать усі:

    { $title }

    { $link }

    Дякуємо.
    Łącznik
mail-sent-back-subject = Ще одна правка: { $title }
mail-sent-back-body =
    Добрий день,

    координатор переглянув твою пропозицію і має примітку:

    { $note }

    Виправ її тут і передай ще раз: { $link }

    Łącznik
