# What is told to other programs: feeds, search engines
feed-about = Volunteering dates on which you can help. They refresh by themselves.
feed-own-name = Łącznik: my dates
feed-own-about = The dates you signed up for. They refresh by themselves.
feed-asked-again = The time has changed, say if it still suits you
seo-calendar = See where help is needed in Płock, when, and how many people are missing. Sign up with two taps.
seo-about = Volunteering at the Municipal Social Welfare Centre in Płock: who helps, whom and with what, since 2005.
seo-join = How to become a volunteer in Płock: five steps, for minors too.
seo-easyread = How to help others: short sentences, simple words.
seo-share = The calendar of volunteering on your phone, on a school's website and in other programs.
seo-declaration = How accessible the Łącznik website is and how to report a problem with accessibility.
seo-map = The districts of Płock: where volunteers are needed and how many places are free.
