package dev.accrete.processor.map.definition;

/** A default that is no constant, but the name of a column: nothing but a keyword is one without quotes. */
final class UnquotedDefault {

    private static final String KEYWORDS =
            "null|true|false|current_(?:date|time|timestamp|user|role|schema|catalog)|localtime"
                    + "|localtimestamp|user|session_user|system_user|unknown|date|time|timestamp|interval|json|array|row|case|cast|not"
                    + "|next|default|on|select|x|n|b|e|u";

    static final Lack LACK = Lack.value(
            "(?!(?:" + KEYWORDS + ") )(?:[a-z]\\w*)(?= $| not null $|,)|\"[^\"]*\"(?= $| not null $)",
            "a text in single quotes");

    private UnquotedDefault() {}
}
