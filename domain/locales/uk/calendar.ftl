slot-count = { $count ->
    [one] { $count } зміна
    [few] { $count } зміни
    [many] { $count } змін
   *[other] { $count } зміни
}
seats-missing = { $count ->
    [one] бракує { $count } особи
    [few] бракує { $count } осіб
    [many] бракує { $count } осіб
   *[other] бракує { $count } особи
}
