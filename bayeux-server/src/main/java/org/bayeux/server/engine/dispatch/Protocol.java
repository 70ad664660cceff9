package org.bayeux.server.engine.dispatch;

import java.util.Map;
import org.bayeux.api.Channel;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.engine.access.AccessGate;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.channel.Subscriptions;
import org.bayeux.server.engine.context.CurrentRequest;
import org.bayeux.server.engine.extension.ExtensionChain;
import org.bayeux.server.engine.message.Messages;
import org.bayeux.server.engine.publish.Broadcaster;
import org.bayeux.server.engine.session.AddressCounts;
import org.bayeux.server.engine.session.SessionHost;
import org.bayeux.server.engine.session.SessionRegistry;
import org.bayeux.server.engine.watch.Watch;
import org.bayeux.server.spi.Ticker;

/**
 * The parts that the rules of the protocol work on; puts the handlers together.
 *
 * @param config the settings
 * @param messages makes replies
 * @param extensions of the server
 * @param sessions of the server
 * @param addresses counts the sessions of the server by where they come from
 * @param channels of the server
 * @param subscriptions of the server
 * @param gate decides what is allowed
 * @param broadcaster publishes
 * @param listeners of the server
 * @param watch hears what happens
 */
public record Protocol(
        ServerConfig config,
        Messages messages,
        ExtensionChain extensions,
        SessionRegistry sessions,
        AddressCounts addresses,
        ChannelRegistry channels,
        Subscriptions subscriptions,
        AccessGate gate,
        Broadcaster broadcaster,
        Iterable<BayeuxServer.BayeuxServerListener> listeners,
        Watch watch) {

    /** Makes the entry for everything received. */
    public Connections connections(SessionHost host, CurrentRequest current, Ticker ticker) {
        ReplyFinisher finisher = new ReplyFinisher(extensions, watch);
        Grammar grammar = new Grammar(config.validateMessageFields(), config.channelLimits());
        NewChannels newChannels = new NewChannels(gate, channels, channelShortage(ticker));
        Dispatcher dispatcher = new Dispatcher(
                messages,
                grammar,
                extensions,
                metaHandlers(grammar, finisher, newChannels, ticker),
                new PublishHandler(gate, channels, newChannels, broadcaster),
                watch.story());
        ExchangeEnvironment environment =
                new ExchangeEnvironment(dispatcher, broadcaster, finisher, current, watch, config.abuseLimits());
        return new Connections(config, sessions, host, environment);
    }

    private Shortage channelShortage(Ticker ticker) {
        int most = config.abuseLimits().maxClientChannels();
        return new Shortage(ticker, watch.figures()::channelRefused, () -> DispatchLog.channelsFull(most));
    }

    private Shortage addressShortage(Ticker ticker) {
        int most = config.abuseLimits().maxSessionsPerAddress();
        return new Shortage(ticker, watch.figures()::addressRefused, () -> DispatchLog.addressFull(most));
    }

    private Map<String, Handler> metaHandlers(
            Grammar grammar, ReplyFinisher finisher, NewChannels newChannels, Ticker ticker) {
        MetaListeners meta = new MetaListeners(channels, broadcaster);
        return Map.of(
                Channel.META_HANDSHAKE,
                new HandshakeHandler(config, gate, meta, sessions, listeners, addresses, addressShortage(ticker)),
                Channel.META_CONNECT,
                new ConnectHandler(meta, new BrowserHolds(), config.browsers(), finisher),
                Channel.META_SUBSCRIBE,
                new SubscribeHandler(
                        grammar,
                        gate,
                        channels,
                        newChannels,
                        subscriptions,
                        meta,
                        config.abuseLimits().maxSubscriptionsPerSession()),
                Channel.META_UNSUBSCRIBE,
                new UnsubscribeHandler(grammar, channels, subscriptions, meta),
                Channel.META_DISCONNECT,
                new DisconnectHandler(meta));
    }
}
