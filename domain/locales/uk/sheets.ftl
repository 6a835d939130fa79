# What stands on paper
sheet-page = сторінка { $page } з { $pages }
sheet-as-of = станом на { $day }
sheet-more = ще { $count }
sheet-parts = Частина дня
sheet-only = Вибрано: { $what }
sheet-goes-on = Подальші дати, від { $day }, є в календарі.
sheet-cut =
    { $count ->
        [one] Це перша { $count } дата. Решта – на сторінці.
        [few] Це перші { $count } дати. Решта – на сторінці.
        [many] Це перші { $count } дат. Решта – на сторінці.
       *[other] Це перші { $count } дат. Решта – на сторінці.
    }
sheet-contact-title = Маєте запитання?
sheet-contact = Зателефонуйте або напишіть. Ми радо розповімо.
sheet-open = Переглянути всі дати й зголоситися
sheet-poster-call = Допоможете?
sheet-poster-scan = Відскануйте й перегляньте дати
sheet-poster-ask = Бажаєте запитати?
sheet-poster-next = Найближче
sheet-qr-alt = QR-код. Веде на сторінку { $address }
sheet-whose = Для: { $name }
sheet-busy = Зараз ми готуємо багато файлів. Спробуйте за хвилину.
sheet-page-instead = Переглянути сторінку
sheet-from = Календар допомоги від { $day }
sheet-seats =
    { $max ->
        [one] { $taken } з { $max } місця
        [few] { $taken } з { $max } місць
        [many] { $taken } з { $max } місць
       *[other] { $taken } з { $max } місця
    }
sheet-host-title = Хто прийде
sheet-host-lede = Люди, які мають місце в найближчі два тижні. Після зустрічі досить підпису, решту підтвердите на сторінці.
sheet-host-name = Ім’я та прізвище
sheet-host-phone = Телефон
sheet-host-sign = Підпис
sheet-map-lede = Де в Плоцьку на вас чекають найближчими тижнями.
