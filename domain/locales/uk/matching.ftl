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

# The board: coming weeks, the plan, what is at risk
cover-title = Найближчі чотири тижні
cover-taken = зайнято
cover-offered = запитані
cover-suggested = у плані
cover-empty = нікого не видно
cover-day = { $day }: потрібно { $needed }, зайнято { $taken }, запитані { $offered }, у плані { $suggested }, бракує { $empty }
plan-covered = { $covered } з { $needed } потрібних людей
plan-parts = зайнято { $taken }, запитані { $offered }, у плані { $suggested }
plan-fit = відповідність { $percent }% від можливого
plan-improving = план ще покращується…
plan-weights = Що наскільки важить
slots-none = Усе зайнято.
slots-more = Видно { $shown } з { $total } термінів. Звузьте список або виберіть день.
slots-filled = зайнято
slots-looking = зараз переглядає: { $name }
slots-nobody = { $count ->
    [one] нікого на { $count } місце
    [few] нікого на { $count } місця
    [many] нікого на { $count } місць
   *[other] нікого на { $count } місця
}
slots-seats = Зайнято { $taken } з { $max }, запитані { $offered }, у плані { $suggested }
risk-title = Під загрозою до завтра
risk-none = До кінця завтрашнього дня нічого не під загрозою.
risk-next = Найкраще запитати: { $name } ({ $points } балів)
risk-nobody = Ніхто інший не відповідає умовам.
risk-empty = { $count ->
    [one] { $count } місце без нікого
    [few] { $count } місця без нікого
    [many] { $count } місць без нікого
   *[other] { $count } місця без нікого
}
risk-missed = { $name }: не прийшли { $missed } з { $times }
risk-late = { $count ->
    [one] { $name }: { $count } відмова в останню мить
    [few] { $name }: { $count } відмови в останню мить
    [many] { $name }: { $count } відмов в останню мить
   *[other] { $name }: { $count } відмови в останню мить
}
risk-unanswered = { $name }: ще без відповіді (до { $until })
plan-day-title = План: { $day }
plan-day-none = На цей день план більше нікого не пропонує.
plan-day-approved = { $count ->
    [0] Нікого з тих, хто чекає.
    [one] Ви приймете { $count } людину, яка чекає.
    [few] Ви приймете { $count } людини, які чекають.
    [many] Ви приймете { $count } людей, які чекають.
   *[other] Ви приймете { $count } людини, які чекають.
}
plan-day-asked = { $count ->
    [0] Нікого не треба питати.
    [one] Ви запитаєте { $count } людину.
    [few] Ви запитаєте { $count } людини.
    [many] Ви запитаєте { $count } людей.
   *[other] Ви запитаєте { $count } людини.
}
plan-day-approve = прийняти
plan-day-ask = запитати
plan-day-accept = Прийняти план на цей день
plan-day-done = { $count ->
    [one] Зроблено: { $count } людина.
    [few] Зроблено: { $count } людини.
    [many] Зроблено: { $count } людей.
   *[other] Зроблено: { $count } людини.
}
staffing-closed = Цей термін уже почався, його скасовано або не опубліковано.
seats-title = Місця
seats-nobody = Поки що нікого немає й нікого не пропонуємо.
seats-left = цієї людини вже немає
seats-until = до { $when }
seating-approved = має місце
seating-offered = запитана особа
seating-locked = місце притримано
seating-waiting = просить про місце
seating-suggested = пропозиція плану
better-use = План бачить цю людину в цей час деінде: { $when },
asked-accepted = погодилася раніше
asked-declined = відмовилася
asked-taken_back = запитання скасовано
asked-expired = не відповіла
do-offer = Запитати
do-offer-name = Запитати: { $name }
do-take-back = Скасувати запитання
do-take-back-name = Скасувати запитання: { $name }
do-lock = Притримати місце
do-lock-name = Притримати місце: { $name }
do-unlock = Звільнити
do-unlock-name = Звільнити притримане місце: { $name }
do-exclude = Не ця людина
do-exclude-name = Не пропонувати: { $name }
do-allow = Повернути
do-allow-name = Знову пропонувати: { $name }
do-consider = А якби?
do-consider-name = Що було б, якби прийшла ця людина: { $name }
did-approve = Прийнято: { $name }.
did-refuse = Відмовлено: { $name }.
did-offer = Питаємо: { $name }. Повідомлення вирушить за мить.
did-take_back = Запитання скасовано: { $name }.
did-lock = Місце притримано: { $name }.
did-unlock = Місце звільнено: { $name }.
did-exclude = Не пропонуємо: { $name }.
did-allow = Знову пропонуємо: { $name }.
exclude-scope = Де не пропонувати цю людину
exclude-slot = лише в цьому терміні
exclude-opportunity = у жодному терміні цієї пропозиції
exclude-organisation = ніде в цього організатора
exclude-until = До коли (порожньо: назавжди)
exclude-reason = Чому (для координаторів)
excluded-title = Тут не пропонуємо
excluded-until = до { $when }
excluded-by = { $name }
consider-coverage = Інший термін лишився б без людей.
consider-worse = План був би гіршим на { $points } балів.
consider-same = План був би таким самим добрим.
consider-better = План був би кращим на { $points } балів.
consider-comes = { $name } приходить: { $title }, { $when }
consider-leaves = { $name } звільняє: { $title }, { $when }
rivals-title = Ті самі люди потрібні й тут
rivals-people = { $count ->
    [one] { $count } людина
    [few] { $count } людини
    [many] { $count } людей
   *[other] { $count } людини
}
key-offer = запитати
key-lock = притримати або звільнити місце
key-exclude = не ця людина
key-consider = а якби?
key-next-slot = наступний термін
key-previous-slot = попередній термін
# What counts how much.
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
weights-row-fit = відповідність на особу, бали
weights-of = { $some } з { $all }
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
