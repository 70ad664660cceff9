package org.bayeux.wire;

/** The tokens of one JSON text, read once from front to back. Confined to the thread that reads. */
public interface JsonTokens extends AutoCloseable {

    /**
     * Moves to the next token.
     *
     * @return the token, {@link JsonToken#END} after the outermost value
     * @throws JsonReadException if the text is not legal JSON there
     */
    JsonToken next();

    /** The text of a {@code NAME} or {@code STRING} without its escapes, or of a {@code NUMBER} as written. */
    String text();

    /** The offset in characters just behind the current token. Exact: values are cut out of the text by it. */
    int end();

    /** Gives the buffers of the reader back. */
    @Override
    void close();
}
