package org.bayeux.cdi.examples;

import java.nio.ByteBuffer;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.BinaryData;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.server.filter.DataFilterMessageListener;
import org.bayeux.server.filter.NoMarkupFilter;

@Service
public class ThumbnailService {

    @RemoteCall("thumbnail")
    public void thumbnail(RemoteCall.Caller caller, BinaryData image) {
        caller.result(new BinaryData(scale(image.asByteBuffer()), true, null));
    }

    @Configure("/captions")
    public void clean(ConfigurableServerChannel channel) {
        channel.addListener(new DataFilterMessageListener(new NoMarkupFilter()));
    }

    private static ByteBuffer scale(ByteBuffer image) {
        return image.slice();
    }
}
