<?php

/** @return array<string, string> options that follow from the language and the country */
function storeyard_language_options(string $language, string $country): array
{
    return [
        'WPLANG' => $language === 'en_US' ? '' : $language,
        'date_format' => storeyard_date_format($language, IntlDateFormatter::LONG, IntlDateFormatter::NONE),
        'time_format' => storeyard_date_format($language, IntlDateFormatter::NONE, IntlDateFormatter::SHORT),
        // ICU counts from 1, WordPress from 0; both begin with Sunday.
        'start_of_week' => (string) (IntlCalendar::createInstance(null, "en_$country")->getFirstDayOfWeek() - 1),
        // See the mu-plugin's languages.php.
        'storeyard_language' => $language === 'en_US' ? '' : 'new',
    ];
}

/** The language's usual form of a date or a time, as a format of PHP's date(). */
function storeyard_date_format(string $language, int $date, int $time): string
{
    $pattern = (new IntlDateFormatter("$language@calendar=gregorian", $date, $time))->getPattern();
    $letters = [
        'y' => 'Y', 'MMMM' => 'F', 'LLLL' => 'F', 'MMM' => 'M', 'MM' => 'm', 'M' => 'n', 'dd' => 'd', 'd' => 'j',
        'HH' => 'H', 'H' => 'G', 'hh' => 'h', 'h' => 'g', 'mm' => 'i', 'a' => 'a', 'B' => 'a',
    ];
    $format = preg_replace_callback(
        "~'([^']*)'|([A-Za-z])\\2*~u",
        // Quoted text stands for itself; the era and what else WordPress has no letter for is left out.
        fn (array $found) => isset($found[2]) ? $letters[$found[0]] ?? '' : preg_replace('~[A-Za-z]~', '\\\\$0', $found[1]),
        str_replace(["\u{202f}", "\u{a0}"], ' ', $pattern),
    );
    return trim(preg_replace('~ {2,}~', ' ', $format));
}
