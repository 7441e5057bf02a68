<?php
/**
 * Converts Debian's translations of WordPress into files that PHP reads fastest: `php languages.php <mo files> <target>`. Debian's
 * are older than the code, so only texts that this WordPress still has, with the same placeholders, are kept. A shop
 * replaces these files with wordpress.org's language packs when it reaches them.
 */
const WORDPRESS = '/var/www/html';
require WORDPRESS . '/wp-includes/l10n/class-wp-translation-file.php';
require WORDPRESS . '/wp-includes/l10n/class-wp-translation-file-mo.php';
require WORDPRESS . '/wp-includes/l10n/class-wp-translation-file-php.php';

[, $source, $target] = $argv;
/** Functions whose first argument is a text, by the position of the text's context. */
const TEXT_FUNCTIONS = [
    '__' => null, '_e' => null, 'esc_html__' => null, 'esc_html_e' => null, 'esc_attr__' => null, 'esc_attr_e' => null,
    '_x' => 1, '_ex' => 1, 'esc_html_x' => 1, 'esc_attr_x' => 1, '_n' => null, '_nx' => 3, '_n_noop' => null, '_nx_noop' => 2,
];
/** A language that has no translation of its own, or less of one, takes the rest from its main variant. */
const MAIN_VARIANTS = ['de' => 'de_DE', 'es' => 'es_ES', 'nl' => 'nl_NL', 'zh_HK' => 'zh_TW'];
const RIGHT_TO_LEFT = ['ar', 'fa_IR', 'he_IL'];

[$front, $admin] = find_texts();
foreach (locales() as $locale) {
    $messages = in_array($locale, RIGHT_TO_LEFT, true) ? ["text direction\4ltr" => 'rtl'] : [];
    foreach (variants_of($locale) as $variant) {
        foreach (['', 'admin-', 'admin-network-'] as $part) {
            $messages += read_messages("$source/$part$variant.mo");
        }
    }
    $messages = array_filter($messages, 'has_same_placeholders', ARRAY_FILTER_USE_BOTH);
    write_messages("$target/$locale.l10n.php", $locale, array_intersect_key($messages, $front));
    write_messages("$target/admin-$locale.l10n.php", $locale, array_diff_key(array_intersect_key($messages, $admin), $front));
}

/** @return string[] the languages that a shop can be created in, except WordPress's own */
function locales(): array
{
    return array_values(array_diff(file(__DIR__ . '/languages.txt', FILE_IGNORE_NEW_LINES), ['en_US']));
}

/** @return string[] the language, and the main variant of it */
function variants_of(string $locale): array
{
    return array_unique([$locale, MAIN_VARIANTS[$locale] ?? MAIN_VARIANTS[strtok($locale, '_')] ?? $locale]);
}

/** @return array{array<string, true>, array<string, true>} texts of pages, and of wp-admin */
function find_texts(): array
{
    $texts = [[], []];
    foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator(WORDPRESS, FilesystemIterator::SKIP_DOTS)) as $file) {
        if ($file->getExtension() === 'php') {
            $texts[(int) str_contains($file->getPathname(), '/wp-admin/')] += find_texts_of((string) file_get_contents($file->getPathname()));
        }
    }
    return $texts;
}

/** @return array<string, true> keys as in translation files: context, EOT, text */
function find_texts_of(string $code): array
{
    $texts = [];
    $tokens = array_values(array_filter(token_get_all($code), fn ($token) => !is_array($token) || !in_array($token[0], [T_WHITESPACE, T_COMMENT, T_DOC_COMMENT], true)));
    foreach ($tokens as $at => $token) {
        if (!is_array($token) || $token[0] !== T_STRING || !array_key_exists($token[1], TEXT_FUNCTIONS) || ($tokens[$at + 1] ?? '') !== '(') {
            continue;
        }
        $arguments = literal_arguments($tokens, $at + 2);
        $context = TEXT_FUNCTIONS[$token[1]];
        if (isset($arguments[0])) {
            $texts[($context !== null && isset($arguments[$context]) ? "$arguments[$context]\4" : '') . $arguments[0]] = true;
        }
    }
    return $texts;
}

/** @return array<int, string> the arguments that are one quoted string, by position */
function literal_arguments(array $tokens, int $at): array
{
    $arguments = [];
    for ($position = 0, $depth = 0, $first = true; isset($tokens[$at]); $at++) {
        $token = $tokens[$at];
        if ($depth === 0 && $token === ')') {
            break;
        }
        if ($depth === 0 && $token === ',') {
            $position++;
            $first = true;
            continue;
        }
        $depth += in_array($token, ['(', '['], true) ? 1 : (in_array($token, [')', ']'], true) ? -1 : 0);
        if ($first && is_array($token) && $token[0] === T_CONSTANT_ENCAPSED_STRING && in_array($tokens[$at + 1] ?? '', [',', ')'], true)) {
            $quoted = substr($token[1], 1, -1);
            $arguments[$position] = $token[1][0] === "'" ? strtr($quoted, ['\\\\' => '\\', "\\'" => "'"]) : stripcslashes($quoted);
        }
        $first = false;
    }
    return $arguments;
}

/** @return array<string, string> */
function read_messages(string $file): array
{
    $translations = is_file($file) ? WP_Translation_File::create($file) : false;
    return $translations ? array_filter($translations->entries(), fn ($text) => trim($text, "\0") !== '') : [];
}

/** A translation with other placeholders would make sprintf() fail. */
function has_same_placeholders(string $translation, string $key): bool
{
    $wanted = placeholders($key);
    foreach (explode("\0", $translation) as $form) {
        if (array_diff(placeholders($form), $wanted) !== []) {
            return false;
        }
    }
    return true;
}

function placeholders(string $text): array
{
    preg_match_all('/%(?:\d+\$)?[-+0-9.\']*[bcdeEfFgGosuxX]/', str_replace('%%', '', $text), $found);
    return array_unique($found[0]);
}

/** The date is older than every language pack's, so that WordPress fetches the pack. */
function write_messages(string $file, string $locale, array $messages): void
{
    ksort($messages);
    $plurals = plural_forms($locale);
    $data = ['language' => $locale, 'plural-forms' => $plurals, 'po-revision-date' => '2000-01-01 00:00:00+0000', 'messages' => $messages];
    file_put_contents($file, '<?php return ' . var_export(array_filter($data), true) . ";\n");
}

function plural_forms(string $locale): string
{
    global $source;
    foreach (variants_of($locale) as $variant) {
        if (is_file("$source/$variant.mo")) {
            return WP_Translation_File::create("$source/$variant.mo")->headers()['plural-forms'] ?? '';
        }
    }
    return '';
}
