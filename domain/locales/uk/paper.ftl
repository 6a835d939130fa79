# Paper: links to files, and what stands in them
paper-save = Зберегти PDF
paper-print = Друкувати
paper-poster-a4 = Плакат A4
paper-poster-a3 = Плакат A3
paper-label = На папір
paper-page = сторінка { $page } з { $pages }
paper-as-of = станом на { $day }
paper-more = ще { $count }
paper-parts = Частина дня
paper-only = Вибрано: { $what }
paper-goes-on = Подальші дати, від { $day }, є в календарі.
paper-cut =
    { $count ->
        [one] Це перша { $count } дата. Решта – на сторінці.
        [few] Це перші { $count } дати. Решта – на сторінці.
        [many] Це перші { $count } дат. Решта – на сторінці.
       *[other] Це перші { $count } дат. Решта – на сторінці.
    }
paper-contact-title = Маєте запитання?
paper-contact = Зателефонуйте або напишіть. Ми радо розповімо.
paper-open = Переглянути всі дати й зголоситися
paper-poster-call = Допоможете?
paper-poster-scan = Відскануйте й перегляньте дати
paper-poster-ask = Бажаєте запитати?
paper-poster-next = Найближче
paper-qr-alt = QR-код. Веде на сторінку { $address }
paper-whose = Для: { $name }
paper-busy = Зараз ми готуємо багато файлів. Спробуйте за хвилину.
paper-page-instead = Переглянути сторінку
paper-from = Календар допомоги від { $day }
paper-seats =
    { $max ->
        [one] { $taken } з { $max } місця
        [few] { $taken } з { $max } місць
        [many] { $taken } з { $max } місць
       *[other] { $taken } з { $max } місця
    }
paper-host-title = Хто прийде
paper-host-lede = Люди, які мають місце в найближчі два тижні. Після зустрічі досить підпису, решту підтвердите на сторінці.
paper-host-name = Ім’я та прізвище
paper-host-phone = Телефон
paper-host-sign = Підпис
paper-map-lede = Де в Плоцьку на вас чекають найближчими тижнями.
