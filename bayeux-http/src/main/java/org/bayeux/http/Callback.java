package org.bayeux.http;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The function by which a page takes the messages of a script: the answer calls it. What is no name of a function is
 * refused, since the page would run it.
 *
 * <p>Immutable.
 */
final class Callback {

    private static final Callback STANDARD = new Callback("jsonpcallback");

    private static final int LONGEST_NAME = 128;
    private static final String PART = "[A-Za-z_$][A-Za-z0-9_$]*+";
    private static final Pattern NAME = Pattern.compile(PART + "(?:\\." + PART + ")*+");

    private final String name;

    private Callback(String name) {
        this.name = name;
    }

    /**
     * The function that a request names.
     *
     * @param names as they came; none means the usual one
     * @throws Refused if there are several, or one that is none
     */
    static Callback of(List<String> names) throws Refused {
        if (names.isEmpty()) {
            return STANDARD;
        }
        String name = names.get(0);
        if (names.size() > 1
                || name.length() > LONGEST_NAME
                || !NAME.matcher(name).matches()) {
            throw new Refused(HttpServletResponse.SC_BAD_REQUEST, "The callback is not the name of one function");
        }
        return new Callback(name);
    }

    /**
     * The script that hands JSON over, in UTF-8. The comment keeps the name from being the first bytes, by which plug-ins
     * of browsers might take the answer for another type.
     */
    byte[] scriptOf(String json) {
        return ("/**/" + name + '(' + harmless(json) + ");").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The same JSON without what means something else in a script, the separators of lines and paragraphs, or in a page
     * that the script is put into. In JSON all of them occur in strings only, where they may be escaped.
     */
    private static String harmless(String json) {
        return json.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
