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
