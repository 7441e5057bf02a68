<?php
/**
 * Prints what the .htaccess files on the volume deny, as nginx locations. nginx does not read these files. Plugins write
 * them to protect folders ("deny from all") and single files. Rules that are not translated are reported to the log.
 */
const VOLUME = '/var/lib/shop';

/** The path of a request, quoted for nginx. */
function quoted(string $path): string
{
    return '"' . addcslashes($path, '"\\$') . '"';
}

/** A shell pattern of <Files> as a regular expression of PCRE. */
function pattern_of(string $files): string
{
    if (preg_match('~^~\s*"?(.+?)"?$~', $files, $match)) {
        return $match[1];
    }
    return '^' . strtr(preg_quote(trim($files, '"\'')), ['\*' => '[^/]*', '\?' => '[^/]']) . '$';
}

/** What one file denies: true for its whole folder, else expressions of file names. Collects the lines that it can't translate. */
function read_rules(string $text, array &$unknown): bool|array
{
    $denied = [];
    $scope = [];
    foreach (preg_split('~\R~', preg_replace('~\\\\\R~', ' ', $text)) as $line) {
        $line = trim($line);
        if ($line === '' || $line[0] === '#') {
            continue;
        }
        if (preg_match('~^</(\w+)>$~', $line)) {
            array_pop($scope);
        } elseif (preg_match('~^<(\w+)\s*(.*?)\s*>$~', $line, $match)) {
            $scope[] = [strtolower($match[1]), $match[2]];
        } elseif (preg_match('~^(deny\s+from\s+all|require\s+all\s+denied)$~i', $line)) {
            $files = null;
            foreach ($scope as [$name, $argument]) {
                $files = match ($name) {
                    'files' => pattern_of($argument),
                    'filesmatch' => trim($argument, '"\''),
                    default => $files,
                };
            }
            if ($files === null) {
                return true;
            }
            $denied[] = $files;
        } elseif (!preg_match('~^(order\s|options\s+-?indexes|satisfy\s|allow\s+from|require\s+all\s+granted|directoryindex\s+index\.)~i', $line)) {
            $unknown[] = $line;
        }
    }
    return $denied;
}

$found = [];
exec("find -L " . VOLUME . " -maxdepth 8 -name .htaccess -type f 2> /dev/null | sort", $found);
$denials = ['uploads/woocommerce_uploads' => true];
foreach ($found as $file) {
    $unknown = [];
    $folder = substr(dirname($file), strlen(VOLUME) + 1);
    $denials[$folder] = read_rules((string) file_get_contents($file), $unknown);
    if ($unknown !== []) {
        fwrite(STDERR, "[storeyard:notice] nginx does not apply a rule of $file: $unknown[0]\n");
    }
}
foreach ($denials as $folder => $rules) {
    $path = "/wp-content/" . ($folder === '' ? '' : "$folder/");
    if ($rules === true) {
        // Internal: a download that PHP allowed is sent from here (X-Accel-Redirect).
        echo 'location ^~ ', quoted($path), " { internal; }\n";
        continue;
    }
    foreach ($rules as $rule) {
        $expression = str_starts_with($rule, '^') ? substr($rule, 1) : "[^/]*$rule";
        echo 'location ~ ', quoted('^' . preg_quote($path) . '(?:.*/)?' . $expression), " { return 403; }\n";
    }
}
