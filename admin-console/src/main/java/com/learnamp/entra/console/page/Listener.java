package com.learnamp.entra.console.page;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** Whoever is told of something as it happens. */
public final class Listener implements AutoCloseable {

    private final SseEventSink sink;
    private final Sse sse;

    public Listener(SseEventSink sink, Sse sse) {
        this.sink = sink;
        this.sse = sse;
    }

    /**
     * @return whether somebody still listens
     */
    public boolean tell(String event, String text) {
        return send(
                sse.newEventBuilder()
                        .name(event)
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, text)
                        .build());
    }

    /** So that nobody on the way takes the answer for dead. */
    public boolean giveSignOfLife() {
        return send(sse.newEventBuilder().comment("still running").build());
    }

    private boolean send(OutboundSseEvent event) {
        if (sink.isClosed()) {
            return false;
        }
        try {
            sink.send(event);
            return true;
        } catch (IllegalStateException e) {
            return false; // The browser has left in this moment.
        }
    }

    @Override
    public void close() {
        sink.close();
    }
}
