# Who could help where, and why not.
staffing-title = Хто може допомогти
staffing-eligible = { $count ->
    [0] Сьогодні ніхто не відповідає всім умовам.
    [one] { $count } людина відповідає умовам.
    [few] { $count } людини відповідають умовам.
    [many] { $count } людей відповідають умовам.
   *[other] { $count } людини відповідають умовам.
}
staffing-open = Відкрити термін у пропозиції
staffing-best = Найкраще підходять
staffing-best-none = Ніхто не відповідає умовам
staffing-best-none-text = Поруч видно, кому забракло найменше і що допомогло б.
staffing-score = { $points } балів
staffing-why = Чому: { $name }
staffing-part = { $points } з { $maximum }
staffing-person = Переглянути людину: { $name }
staffing-near = Забракло небагато
staffing-near-none = Більше нікого немає.
staffing-helps = Що допомогло б
staffing-helps-none = Жодна окрема зміна не додасть людей.
staffing-gained = { $count ->
    [one] ще { $count } людина
    [few] ще { $count } людини
    [many] ще { $count } людей
   *[other] ще { $count } людини
}
staffing-rules = Що кого зупиняє
staffing-free = має час { $when }
relief-later = якби початок був на { $minutes } хв пізніше
relief-earlier = якби початок був на { $minutes } хв раніше
relief-min-age = якби приймати від { $age } років
relief-skill = без уміння: { $name }
relief-language = без мови: { $name }
relief-distance = якби кожен міг доїхати
criterion-kind_liked = любить такі заняття
criterion-nice_skills = бажані вміння
criterion-nice_languages = бажані мови
criterion-nice_sex = бажана стать
criterion-reliability = приходить, коли обіцяє
criterion-proximity = живе близько
criterion-past = знає це місце
criterion-fairness = має вже інші терміни
criterion-continuity = ті самі руки в усій серії
weight-yes = так
weight-no = ні
weight-of = { $some } з { $all }
weight-percent = { $number }%
weight-metres = { $number } м
weight-district = той самий район
weight-other-district = інший район або невідомо
weight-never = ще ні
weight-organisation = у цього організатора
weight-opportunity = на цих заняттях
weight-others = { $number }
rule-cancelled = термін скасовано
rule-started = термін уже триває
rule-already-claimed = уже має заявку
rule-not-active = ще не пройшла весь шлях
rule-no-birth-date = невідома дата народження
rule-too-young = замалий вік
rule-minor-at-home = неповнолітня особа, чийсь дім
rule-minor-at-night = неповнолітня особа, запізно або зарано
rule-minor-too-long = неповнолітня особа, задовго
rule-minor-no-rest = неповнолітня особа, замало відпочинку
rule-not-screened = немає перевірки для роботи з дітьми
rule-overlaps = зайнята в цей час
rule-too-close = не встигне доїхати
rule-weekly-limit = тижневий ліміт
rule-requirement = не виконано вимогу
rule-skill = бракує вміння
rule-language = бракує мови
rule-sex = потрібна особа іншої статі
rule-unavailable = зазвичай не має тоді часу
rule-paused = перерва в допомозі
rule-too-far = задалеко
rule-blocked = не в цього організатора
rule-refused = відмова

# What counts how much.
weights-title = Що наскільки важливо
weights-lede = План спершу заповнює якомога більше потрібних місць. Кого й куди він запропонує, коли є вибір, залежить від цих повзунків.
weights-kind_liked = Любить такі заняття
weights-kind_liked-hint = Чи людина позначила цей вид допомоги у профілі.
weights-reliability = Приходить, коли обіцяє
weights-reliability-hint = Як часто людина була там, де на неї чекали, за останній рік.
weights-proximity = Живе близько
weights-proximity-hint = Чи живе в тому самому районі. Дистанційна допомога близька для всіх.
weights-past = Знає це місце
weights-past-hint = Чи вже там допомагала. У того самого організатора рахується половина.
weights-nice_skills = Бажані вміння
weights-nice_skills-hint = Скільки з них людина має.
weights-nice_languages = Бажані мови
weights-nice_languages-hint = Скількома з них людина говорить.
weights-nice_sex = Бажана стать
weights-nice_sex-hint = Лише там, де хтось волів би жінку або чоловіка.
weights-fairness = Кожному потроху
weights-fairness-hint = Скільки балів людина втрачає за кожен наступний термін у плані. Що більше, то рівніше.
weights-continuity = Ті самі руки в усій серії
weights-continuity-hint = Скільки здобуває той, хто приходить у те саме місце знову.
weights-stability = Без змін, якщо можна
weights-stability-hint = Скільки має дати заміна, щоб зрушити того, хто вже був у плані.
weights-wait = Різниця з’явиться тут, щойно її обчислить браузер.
weights-result = Що змінилося б
weights-result-about = Проба на найближчі два тижні, обчислена на цьому пристрої. Обидва плани оцінюються за повзунками так, як вони стоять тепер.
weights-now = тепер
weights-then = після зміни
weights-row-covered = потрібні місця, на які хтось є
weights-row-fit = відповідність на особу
weights-of = { $some } з { $all }
weights-points = { $count ->
    [one] { $count } бал
    [few] { $count } бали
    [many] { $count } балів
   *[other] { $count } бала
}
weights-unknown = –
weights-covered-same = стільки ж місць
weights-covered-more = { $count ->
    [one] +{ $count } місце
    [few] +{ $count } місця
    [many] +{ $count } місць
   *[other] +{ $count } місця
}
weights-covered-fewer = { $count ->
    [one] −{ $count } місце
    [few] −{ $count } місця
    [many] −{ $count } місць
   *[other] −{ $count } місця
}
weights-fit-same = відповідність без змін
weights-fit-better = +{ $percent }% відповідності
weights-fit-worse = −{ $percent }% відповідності
weights-moved = { $count ->
    [0] ніхто не змінює місця
    [one] { $count } особа в іншому місці
    [few] { $count } особи в іншому місці
    [many] { $count } осіб в іншому місці
   *[other] { $count } особи в іншому місці
}
weights-back = Повернути
weights-saved = Збережено. План уже підлаштовується.
weights-saved-by = Так налаштовано: { $name }, { $when }.
weights-never-saved = Ніхто ще нічого не змінив: так є на початку.
weights-who-may = Можна спокійно пробувати: від цього нічого не зміниться. Зберегти може адміністратор програми.
