package org.bayeux.benchmark.load;

/**
 * The protocol itself.
 *
 * @param connectionType the name of the transport
 * @param channel the channel of a room without its number
 * @param purpose where messages go
 * @param ack whether the server is to keep messages until they are acknowledged
 */
record Bayeux(String connectionType, String channel, Purpose purpose, boolean ack) implements Language {

    @Override
    public String hello() {
        return "[{\"channel\":\"/meta/handshake\",\"id\":\"1\",\"version\":\"1.0\",\"supportedConnectionTypes\":[\""
                + connectionType + "\"]" + (ack ? ",\"ext\":{\"ack\":true}" : "") + "}]";
    }

    @Override
    public String join(String clientId, int[] rooms) {
        StringBuilder text = new StringBuilder("[");
        if (rooms.length > 0) {
            text.append("{\"channel\":\"/meta/subscribe\",\"id\":\"2\",\"clientId\":\"")
                    .append(clientId)
                    .append("\",\"subscription\":[");
            for (int room : rooms) {
                text.append('"').append(channel).append('/').append(room).append("\",");
            }
            text.setLength(text.length() - 1);
            text.append("]},");
        }
        return text.append(connectMessage(clientId, 0)).append(']').toString();
    }

    @Override
    public String connect(String clientId, long acknowledged) {
        return "[" + connectMessage(clientId, acknowledged) + "]";
    }

    @Override
    public String leave(String clientId) {
        return "[{\"channel\":\"/meta/disconnect\",\"id\":\"4\",\"clientId\":\"" + clientId + "\"}]";
    }

    @Override
    public String publish(String clientId, Batch batch) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < batch.rooms().size(); i++) {
            append(text, clientId, batch, i);
        }
        text.setCharAt(text.length() - 1, ']');
        return text.toString();
    }

    private void append(StringBuilder text, String clientId, Batch batch, int i) {
        int number = batch.first() + i;
        text.append("{\"channel\":\"");
        text.append(purpose.channel(channel, batch.rooms().get(i)));
        text.append("\",\"clientId\":\"").append(clientId).append("\",\"id\":\"");
        if (purpose.answeredOnly()) {
            Stamp.append(text, batch.planned(), number);
        } else {
            text.append(number);
        }
        text.append("\",\"data\":{\"user\":\"").append(clientId, 0, 4).append("\",\"text\":\"");
        if (!purpose.answeredOnly()) {
            Stamp.append(text, batch.planned(), number);
        }
        text.append(batch.filling()).append("\"}},");
    }

    private String connectMessage(String clientId, long acknowledged) {
        return "{\"channel\":\"/meta/connect\",\"id\":\"3\",\"clientId\":\"" + clientId + "\",\"connectionType\":\""
                + connectionType + "\"" + (ack ? ",\"ext\":{\"ack\":" + acknowledged + "}" : "") + "}";
    }
}
