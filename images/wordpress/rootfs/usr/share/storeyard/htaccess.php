<?php
/**
 * Prints what the .htaccess files on the volume deny, as nginx locations: nginx does not read these files. Plugins write
 * them to protect folders ("deny from all") and files. Rules of other kinds are reported to the log and do not apply.
 */
$volume = rtrim($argv[1] ?? '/var/lib/shop', '/');

/** A text of a request's path, quoted for nginx. */
function quoted(string $text): string
{
    return '"' . addcslashes($text, '"\\') . '"';
}

/** The argument of <Files> as a regular expression. */
function pattern_of(string $files): string
{
    $files = trim($files);
    if (str_starts_with($files, '~')) {
        return trim(substr($files, 1), " \t\"'");
    }
    return '^' . strtr(preg_quote(trim($files, '"\'')), ['\*' => '[^/]*', '\?' => '[^/]']) . '$';
}

/**
 * What one file says: whether its folder is denied, expressions of file names that it denies and allows, and the lines that
 * can't be translated.
 *
 * @return array{folder: bool, denied: string[], allowed: string[], unknown: string[]}
 */
function read_rules(string $text): array
{
    $rules = ['folder' => false, 'denied' => [], 'allowed' => [], 'unknown' => []];
    $scope = [];
    foreach (preg_split('~\R~', preg_replace('~\\\\\R~', ' ', $text)) as $line) {
        $line = trim($line);
        if ($line === '' || $line[0] === '#') {
            continue;
        }
        if (preg_match('~^</\w+>$~', $line)) {
            array_pop($scope);
            continue;
        }
        if (preg_match('~^<(\w+)\s*(.*?)\s*>$~', $line, $match)) {
            $scope[] = match (strtolower($match[1])) {
                'files' => pattern_of($match[2]),
                'filesmatch' => trim($match[2], '"\''),
                default => null,
            };
            continue;
        }
        $files = array_values(array_filter($scope, is_string(...)));
        if (preg_match('~^(deny\s+from\s+all|require\s+all\s+denied)$~i', $line)) {
            if ($files === []) {
                $rules['folder'] = true;
            } else {
                $rules['denied'][] = end($files);
            }
        } elseif (preg_match('~^(allow\s+from\s+all|require\s+all\s+granted)$~i', $line)) {
            if ($files !== []) {
                $rules['allowed'][] = end($files);
            }
        } elseif (!preg_match('~^(order\s|options\s+-?indexes|satisfy\s|directoryindex\s+index\.)~i', $line)) {
            $rules['unknown'][] = $line;
        }
    }
    return $rules;
}

/** An expression of a file's name, as one of the path's end. */
function at_end(string $expression): string
{
    return str_starts_with($expression, '^') ? '/' . substr($expression, 1) : '/[^/]*' . $expression;
}

$files = [];
exec('find -L ' . escapeshellarg($volume) . ' -maxdepth 8 -name .htaccess -type f 2> /dev/null | sort', $files);
// WooCommerce writes this file itself. What shoppers pay for is protected also when it is missing.
$folders = ['uploads/woocommerce_uploads' => ['folder' => true, 'denied' => [], 'allowed' => [], 'unknown' => []]];
foreach ($files as $file) {
    $folders[(string) substr(dirname($file), strlen($volume) + 1)] = read_rules((string) file_get_contents($file));
}
foreach ($folders as $folder => $rules) {
    $path = '/wp-content/' . ($folder === '' ? '' : "$folder/");
    if ($rules['unknown'] !== []) {
        fwrite(STDERR, "[storeyard:notice] A rule of $volume/$folder/.htaccess does not apply: {$rules['unknown'][0]}\n");
    }
    if ($rules['folder']) {
        echo 'location ^~ ', quoted($path), " {\n";
        foreach ($rules['allowed'] as $expression) {
            echo '  location ~ ', quoted(at_end($expression)), " { }\n";
        }
        // Internal: a download that PHP allowed is sent from here (X-Accel-Redirect).
        echo "  internal;\n}\n";
        continue;
    }
    foreach ($rules['denied'] as $expression) {
        echo 'location ~ ', quoted('^' . preg_quote($path) . '(?:.*/)?' . substr(at_end($expression), 1)), " { return 403; }\n";
    }
}
