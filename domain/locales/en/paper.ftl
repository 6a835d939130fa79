# Paper: links to files, and what stands in them
paper-save = Save as PDF
paper-print = Print
paper-poster-a4 = Poster A4
paper-poster-a3 = Poster A3
paper-label = On paper
paper-page = page { $page } of { $pages }
paper-as-of = as of { $day }
paper-more = { $count } more
paper-parts = Time of day
paper-only = Chosen: { $what }
paper-goes-on = Further dates, from { $day } on, are in the calendar.
paper-cut =
    { $count ->
        [one] This is the first { $count } date. The others are on the website.
       *[other] These are the first { $count } dates. The others are on the website.
    }
paper-contact-title = Any questions?
paper-contact = Call or write to us. We are glad to tell you more.
paper-open = See all dates and sign up
paper-poster-call = Will you help?
paper-poster-scan = Scan to see the dates
paper-poster-ask = Rather ask someone?
paper-poster-next = Next
paper-qr-alt = QR code. It leads to the page { $address }
paper-whose = For: { $name }
paper-busy = We are preparing many files right now. Please try again in a moment.
paper-page-instead = See the page
paper-from = Calendar of help from { $day }
paper-seats =
    { $max ->
        [one] { $taken } of { $max } place
       *[other] { $taken } of { $max } places
    }
paper-host-title = Who is coming
paper-host-lede = People who have a place in the next two weeks. A signature is enough on the day; confirm the rest on the page.
paper-host-name = Name
paper-host-phone = Phone
paper-host-sign = Signature
paper-map-lede = Where in Płock help is needed in the coming weeks.
