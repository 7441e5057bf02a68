<?php
/** Used by the set-up, and by WordPress when the owner chooses a language. */

const STOREYARD_LANGUAGES = '/usr/share/storeyard/languages';
/** The date of the image's translations (prepare/languages.php). Language packs are newer. */
const STOREYARD_TRANSLATION_DATE = '2000-01-01 00:00:00+0000';

/**
 * Copies the image's translation of WordPress to the volume, if there is no other. A link would not do: a language pack
 * replaces only writable files. Only the shop's language is copied: WordPress fetches the language packs of all that it finds.
 */
function storeyard_copy_language(string $language): void
{
    if (!preg_match('~^[a-z]{2,3}(_[A-Z]{2})?$~', $language)) {
        return;
    }
    foreach ([$language, "admin-$language"] as $name) {
        $ours = STOREYARD_LANGUAGES . "/$name.l10n.php";
        $theirs = "/var/lib/shop/languages/$name";
        $isOurs = str_contains((string) @file_get_contents("$theirs.l10n.php", length: 600), STOREYARD_TRANSLATION_DATE);
        if (is_file("$theirs.mo")) {
            // WordPress prefers the other format to this file, which is the owner's.
            $isOurs && unlink("$theirs.l10n.php");
        } elseif (is_file($ours) && ($isOurs || !file_exists("$theirs.l10n.php"))) {
            copy($ours, "$theirs.part");
            rename("$theirs.part", "$theirs.l10n.php");
        }
    }
}
