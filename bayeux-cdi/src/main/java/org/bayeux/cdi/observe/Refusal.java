package org.bayeux.cdi.observe;

import org.bayeux.api.Message;
import org.bayeux.api.server.ServerMessage;

/** Why observers refuse messages, as the sender hears it. Stateless. */
final class Refusal {

    /** The payload is not what the one who guards the channel can judge. */
    static final String DATA_UNFIT = "400::data_unfit";

    /** The one who guards the channel has failed. */
    static final String VETO_FAILED = "500::veto_failed";

    private Refusal() {}

    static String vetoed(String reason) {
        // A colon would end the argument of the error.
        return "403:" + reason.replace(':', ' ') + ":vetoed";
    }

    /** Lets the reply, if there will be one, tell the error. */
    static void tell(ServerMessage message, String error) {
        ServerMessage.Mutable reply = message.getAssociated();
        if (reply != null) {
            reply.put(Message.ERROR_FIELD, error);
        }
    }
}
