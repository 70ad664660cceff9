package org.bayeux.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Stream;

/**
 * A request that no client should send.
 *
 * @param flaw what is wrong
 * @param contentType empty for none
 * @param body with {@code RawSession.ID} for the id of the session that sends it
 */
record BadRequest(String flaw, String contentType, byte[] body) {

    private static final String JSON = "application/json";

    /** Requests that are wrong as a whole. */
    static Stream<BadRequest> malformed() {
        return Stream.of(
                json("nothing at all", ""),
                json("only blanks", " \r\n\t "),
                json("an array that does not end", "[{\"channel\":\"/meta/connect\",\"clientId\":\"%ID%\"}"),
                json("a string that does not end", "[{\"channel\":\"/meta/conn"),
                json("brackets that do not match", "[{\"channel\":\"/a\",\"clientId\":\"%ID%\"]}"),
                json("a missing element", publish("[1,,2]")),
                json("a comma too many", "[{\"channel\":\"/a\",\"clientId\":\"%ID%\",\"data\":1,}]"),
                json("text after the end", "[] x"),
                json("two arrays", "[{\"channel\":\"/a\",\"clientId\":\"%ID%\",\"data\":1}][]"),
                json("a word", "hello"),
                json("HTML", "<html><script>alert(1)</script></html>"),
                json("NaN", publish("NaN")),
                json("a number with a leading zero", publish("01")),
                json("a comment", publish("/* no */ 1")),
                json("single quotes", "[{'channel':'/meta/connect','clientId':'%ID%'}]"),
                json("a raw control character", publish("\"a\nb\"")),
                json("a NUL", publish("\"a\u0000b\"")),
                json("a wrong escape", publish("\"\\x41\"")),
                json("a half escape", publish("\"\\u12\"")),
                json("a byte order mark", "\uFEFF[]"),
                json("a number", "1"),
                json("a text", "\"/meta/handshake\""),
                json("true", "true"),
                json("null", "null"),
                json("an array with a number", "[1]"),
                json("an array with null", "[null]"),
                json("an array in an array", "[[{\"channel\":\"/a\",\"clientId\":\"%ID%\",\"data\":1}]]"),
                json("10,000 arrays that do not end", "[".repeat(10_000)),
                latin("a byte that is no UTF-8", publish("\"\u00FF\"")),
                latin("a lone continuation byte", publish("\"\u0080\"")),
                latin("an overlong slash", publish("\"\u00C0\u00AF\"")),
                latin("a surrogate in UTF-8", publish("\"\u00ED\u00A0\u0080\"")),
                latin("a character cut off", publish("\"\u00E2\u0082") + "\"}]"),
                new BadRequest("UTF-16", JSON, publish("1").getBytes(UTF_16)),
                json("more bytes than maxMessageSize", publish("\"" + "x".repeat(300_000) + "\"")),
                json("ten megabytes", publish("\"" + "x".repeat(10_000_000) + "\"")),
                text("", "no content type"),
                text("text/plain", "plain text"),
                text("text/html", "HTML"),
                text("application/xml", "XML"),
                text("application/octet-stream", "bytes"),
                text("multipart/form-data; boundary=x", "a multipart form"),
                text("nonsense", "a content type that is none"),
                text("application/json; charset=nonsense", "an unknown charset"),
                form("a form without message", "other=1"),
                form("an empty message in a form", "message="),
                form("a broken message in a form", "message=%5B%7B"),
                form("a broken escape in a form", "message=%zz"),
                form("broken UTF-8 in a form", "message=%ff"),
                form("an empty form", ""));
    }

    /** Messages with fields of a wrong type, which may be refused as a whole or one by one. */
    static Stream<BadRequest> mistyped() {
        return Stream.of(
                json("a number as channel", "[{\"channel\":1,\"clientId\":\"%ID%\",\"data\":1}]"),
                json("an object as channel", "[{\"channel\":{},\"clientId\":\"%ID%\",\"data\":1}]"),
                json("a number as client id", "[{\"channel\":\"/a\",\"clientId\":1,\"data\":1}]"),
                meta("a number as subscription", "/meta/subscribe", "\"clientId\":\"%ID%\",\"subscription\":1"),
                meta("a number among subscriptions", "/meta/subscribe", "\"clientId\":\"%ID%\",\"subscription\":[1]"));
    }

    /** Well-formed JSON whose messages mean nothing. */
    static Stream<BadRequest> meaningless() {
        return Stream.of(
                json("10,000 levels of arrays", publish("[".repeat(10_000) + "]".repeat(10_000))),
                json("10,000 levels of objects", publish("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000))),
                json(
                        "10,000 levels in ext",
                        "[{\"channel\":\"/meta/connect\",\"clientId\":\"%ID%\",\"ext\":" + "{\"a\":".repeat(10_000)
                                + "1" + "}".repeat(10_000) + "}]"),
                json("no channel", "[{\"clientId\":\"%ID%\",\"data\":1}]"),
                json("no field", "[{}]"),
                json("null as channel", "[{\"channel\":null,\"clientId\":\"%ID%\",\"data\":1}]"),
                on("an empty channel", ""),
                on("a channel without a slash", "a"),
                on("a channel of a slash", "/"),
                on("two slashes", "/a//b"),
                on("slashes first", "//a"),
                on("a blank", "/a b"),
                on("a letter beyond ASCII", "/ä"),
                on("a question mark", "/a?b"),
                on("a star inside", "/a/*/b"),
                on("two stars inside", "/a/**/b"),
                on("a star beside letters", "/a/b*"),
                on("a pattern to publish to", "/a/*"),
                on("a deep pattern to publish to", "/a/**"),
                on("a template to publish to", "/a/{b}"),
                on("an unknown meta channel", "/meta/unknown"),
                json("no client id", "[{\"channel\":\"/a\",\"data\":1}]"),
                json("null as client id", "[{\"channel\":\"/a\",\"clientId\":null,\"data\":1}]"),
                json("an empty client id", "[{\"channel\":\"/a\",\"clientId\":\"\",\"data\":1}]"),
                json("an unknown client id", "[{\"channel\":\"/a\",\"clientId\":\"0123456789abcdef\",\"data\":1}]"),
                json(
                        "an endless client id",
                        "[{\"channel\":\"/a\",\"clientId\":\"" + "x".repeat(50_000) + "\",\"data\":1}]"),
                meta("connect without a client id", "/meta/connect", "\"connectionType\":\"long-polling\""),
                meta("disconnect without a client id", "/meta/disconnect", "\"id\":\"1\""),
                meta("subscribe without a client id", "/meta/subscribe", "\"subscription\":\"/a\""),
                meta("unsubscribe without a client id", "/meta/unsubscribe", "\"subscription\":\"/a\""),
                meta("no subscription", "/meta/subscribe", "\"clientId\":\"%ID%\""),
                meta("null as subscription", "/meta/subscribe", "\"clientId\":\"%ID%\",\"subscription\":null"),
                meta("no subscriptions", "/meta/subscribe", "\"clientId\":\"%ID%\",\"subscription\":[]"),
                meta("an illegal subscription", "/meta/subscribe", "\"clientId\":\"%ID%\",\"subscription\":\"a//\""),
                meta(
                        "a pattern with more behind",
                        "/meta/subscribe",
                        "\"clientId\":\"%ID%\",\"subscription\":\"/**/a\""),
                meta(
                        "a meta channel to subscribe",
                        "/meta/subscribe",
                        "\"clientId\":\"%ID%\",\"subscription\":\"/meta/x\""),
                meta("all meta channels", "/meta/subscribe", "\"clientId\":\"%ID%\",\"subscription\":\"/meta/**\""),
                meta("no subscription to end", "/meta/unsubscribe", "\"clientId\":\"%ID%\""),
                meta(
                        "a handshake with no type",
                        "/meta/handshake",
                        "\"version\":\"1.0\",\"supportedConnectionTypes\":[]"),
                meta(
                        "a type nobody knows",
                        "/meta/handshake",
                        "\"version\":\"1.0\",\"supportedConnectionTypes\":[\"pigeon\"]"),
                meta("numbers as types", "/meta/handshake", "\"version\":\"1.0\",\"supportedConnectionTypes\":[1]"));
    }

    /** Whether it would be wrong as the text of a WebSocket message, too. */
    boolean isText() {
        return contentType.equals(JSON);
    }

    @Override
    public String toString() {
        return flaw;
    }

    private static BadRequest json(String flaw, String body) {
        return new BadRequest(flaw, JSON, body.getBytes(UTF_8));
    }

    private static BadRequest latin(String flaw, String body) {
        return new BadRequest(flaw, JSON, body.getBytes(ISO_8859_1));
    }

    private static BadRequest text(String contentType, String flaw) {
        return new BadRequest(flaw, contentType, publish("1").getBytes(UTF_8));
    }

    private static BadRequest form(String flaw, String body) {
        return new BadRequest(flaw, "application/x-www-form-urlencoded", body.getBytes(UTF_8));
    }

    private static BadRequest on(String flaw, String channel) {
        return json(flaw, "[{\"channel\":\"" + channel + "\",\"clientId\":\"%ID%\",\"data\":1}]");
    }

    private static BadRequest meta(String flaw, String channel, String fields) {
        return json(flaw, "[{\"channel\":\"" + channel + "\"," + fields + "}]");
    }

    private static String publish(String data) {
        return "[{\"channel\":\"/bad\",\"clientId\":\"%ID%\",\"data\":" + data + "}]";
    }
}
