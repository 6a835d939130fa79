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
mail-reconsidered-subject = Ваша заявка повертається до координатора: { $title }
mail-reconsidered-body =
    Добрий день,

    раніше ми написали, що ви маєте місце. Координатор хоче ще раз переглянути цю заявку:

    { $title }
    { $when }
    { $place }

    Тобі не треба нічого робити. Напишемо, щойно він вирішить. Перепрошуємо за клопіт: { $link }

    Łącznik
mail-published-subject = Опубліковано: { $title }
mail-published-body =
    Добрий день,

    координатор переглянув вашу пропозицію. Її вже бачать усі:

    { $title }

    { $link }

    Дякуємо.
    Łącznik
mail-sent-back-subject = Ще одна правка: { $title }
mail-sent-back-body =
    Добрий день,

    координатор переглянув вашу пропозицію і має примітку:

    { $note }

    Виправ її тут і передай ще раз: { $link }

    Łącznik
mail-place-free-subject = Звільнилося місце: { $title }
mail-place-free-body =
    Добрий день,

    звільнилося місце, на яке ви чекаєте:

    { $title }
    { $when }
    { $place }

    Тримаємо його для вас до: { $until }
    Підтвердьте одним дотиком, без входу:
    { $link }

    Якщо вже не підходить, дайте знати – запитаємо наступну особу.

    Łącznik
mail-lapsed-subject = Місце перейшло далі: { $title }
mail-lapsed-body =
    Добрий день,

    ми тримали для вас місце, але час на відповідь минув, і ми запропонували його наступній особі:

    { $title }
    { $when }
    { $place }

    Нічого страшного. Якщо ви й далі хочете тоді допомогти, можна знову стати в чергу:
    { $link }

    Łącznik
mail-queued-subject = Список очікування: { $title }
mail-queued-body =
    Добрий день,

    на цей термін зараз немає вільного місця. Ми записали вас у список очікування:

    { $title }
    { $when }
    { $place }

    Коли місце звільниться, напишемо. Ваша черга тут: { $link }

    Łącznik
mail-watched-subject = Є вільне місце: { $title }
mail-watched-body =
    Добрий день,

    звільнилося місце:

    { $title }
    { $when }
    { $place }

    Хто перший, того й місце: { $link }

    Це єдине повідомлення в цій справі.
    Łącznik
mail-stand-in-subject = { $by } шукає заміну: { $title }, { $when }
mail-stand-in-body =
    Добрий день,

    { $by } не може прийти й шукає когось на своє місце. Можете тоді допомогти?

    { $title }
    { $when }
    { $place }

    Відповісте одним дотиком, без входу. Чекаємо до: { $until }
    { $link }

    Обидві відповіді добрі. Перше «так» бере місце.

    Łącznik
mail-swap-subject = { $by } пропонує обмін: { $title }
mail-swap-body =
    Добрий день,

    { $by } питає, чи обміняєтеся ви термінами.

    Прийдете: { $when }
    Віддасте: { $other }

    { $title }
    { $place }

    Відповісте одним дотиком, без входу. Чекаємо до: { $until }
    { $link }

    Обидві відповіді добрі.

    Łącznik
mail-handed-over-subject = Є заміна: { $title }
mail-handed-over-body =
    Добрий день,

    { $by } прийде замість вас:

    { $title }
    { $when }
    { $place }

    Вам не треба нічого робити. Дякуємо, що подбали про це.
    Łącznik
mail-swapped-subject = Обмін вдався: { $title }
mail-swapped-body =
    Добрий день,

    ви обмінялися. Ваш новий термін:

    { $title }
    { $when }
    { $place }

    Дивіться: { $link }

    Łącznik
mail-hands-changed-subject = Заміна: { $title }
mail-hands-changed-body =
    Добрий день,

    { $to } прийде замість: { $from }.

    { $title }
    { $when }
    { $place }

    Усі правила перевірено. { $link }

    Łącznik
mail-agreed-subject = До рішення – заміна: { $title }
mail-agreed-body =
    Добрий день,

    { $to } може прийти замість: { $from }. Це чекає на рішення координаторки в Łącznik.

    { $title }
    { $when }
    { $place }

    Łącznik
mail-change-refused-subject = Без змін: { $title }
mail-change-refused-body =
    Добрий день,

    координаторка не погодилася на заміну чи обмін. Усе лишається, як було:

    { $title }
    { $when }
    { $place }

    { $link }

    Łącznik
mail-nobody-instead-subject = Ніхто не міг вас замінити: { $title }
mail-nobody-instead-body =
    Добрий день,

    цього разу ніхто не міг прийти замість вас. Ваше місце й далі за вами:

    { $title }
    { $when }
    { $place }

    Можна запитати когось іншого або відмовитися: { $link }

    Łącznik
mail-stepped-back-subject = Відмова перед самим початком: { $title }, { $when }
mail-stepped-back-body =
    Добрий день,

    { $name } не прийде:

    { $title }
    { $when }
    { $place }

    Причина: { $reason }

    { $link }

    Łącznik
mail-released-subject = Місце звільнено: { $title }
mail-released-body =
    Добрий день,

    змінився час або місце завдання, і на нове ми не можемо вас записати. Тому вашу заявку звільнено:

    { $title }
    { $dates }

    Причина: { $reason }

    Вам нічого не потрібно робити. Інші зміни тут: { $link }

    Łącznik
mail-invitation-subject = { $by } запрошує вас: { $title }
mail-invitation-body =
    Добрий день,

    { $by } приходить допомагати й хоче прийти з вами:

    { $title }
    { $when }
    { $place }

    Місце чекає на вас до: { $until }.
    Подивіться й дайте відповідь: { $link }

    Якщо ви не знаєте цієї людини, не зважайте на це повідомлення. Ми не створили облікового запису з вашої адреси.
mail-friend-yes-subject = { $by } прийде з вами: { $title }
mail-friend-yes-body =
    Добрий день,

    { $by } приймає ваше запрошення:

    { $title }
    { $when }
    { $place }

    Докладніше: { $link }
mail-friend-no-subject = Цього разу без другої людини: { $title }
mail-friend-no-body =
    Добрий день,

    людина, яку ви запрошували, цього разу не прийде. Ваш запис лишається без змін, а друге місце вільне для інших:

    { $title }
    { $when }
    { $place }

    Ви можете запросити когось іншого: { $link }
mail-friend-lapsed-subject = Немає відповіді на запрошення: { $title }
mail-friend-lapsed-body =
    Добрий день,

    ніхто не відповів на ваше запрошення вчасно. Ваш запис лишається без змін, а друге місце вільне для інших:

    { $title }
    { $when }
    { $place }

    Ви можете запросити ще раз: { $link }
mail-friend-joined-subject = Нова людина за запрошенням: { $title }
mail-friend-joined-body =
    Добрий день,

    на запрошення { $from } прийде також { $to }:

    { $title }
    { $when }
    { $place }

    Усі правила перевірено. Докладніше: { $link }
mail-names-soon-subject = Подайте прізвища: { $group }
mail-names-soon-body =
    Добрий день,

    у списку групи «{ $group }» ще бракує людей ({ $count }):

    { $title }
    { $when }
    { $place }

    Список можна доповнити до: { $until }. Місця без прізвища тоді звільнимо для інших.
    Список: { $list }
mail-names-closed-subject = Звільнені місця: { $group }
mail-names-closed-body =
    Добрий день,

    час подати прізвища групи «{ $group }» минув: { $until }. Ми звільнили місця без прізвища ({ $count }). Люди зі списку й ви маєте місця, як і раніше:

    { $title }
    { $when }
    { $place }

    Список: { $list }
watch-open = { $count ->
    [one] є { $count } вільне місце
    [few] є { $count } вільні місця
    [many] є { $count } вільних місць
   *[other] є { $count } вільного місця
}
mail-watch-news-subject = { $count ->
    [one] Є щось для вас: { $count } термін
    [few] Є щось для вас: { $count } терміни
    [many] Є щось для вас: { $count } термінів
   *[other] Є щось для вас: { $count } терміну
}
mail-watch-news-body =
    Добрий день,

    з’явилося те, про що ви хочете знати:

    { $dates }

    Про кожен термін пишемо лише раз, коли є місце, і ще раз, коли перед самим початком когось бракує. Вимкнути це можна тут: { $link }

    Łącznik
