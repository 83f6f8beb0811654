package com.learnamp.entra.stack.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what services export of their traces: OTLP over HTTP, as far as the tests need it. */
final class SpanCollector {

    /**
     * A step of a trace.
     *
     * @param parent empty: it begins the trace
     */
    record Step(String trace, String span, String parent, String name) {}

    private static final int LENGTH_DELIMITED = 2;

    private final HttpServer server;
    private final List<Step> steps = new CopyOnWriteArrayList<>();

    private SpanCollector(HttpServer server) {
        this.server = server;
    }

    static SpanCollector start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            SpanCollector collector = new SpanCollector(server);
            server.createContext(
                    "/v1/traces",
                    exchange -> {
                        collector.request(exchange.getRequestBody().readAllBytes());
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
            server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** ExportTraceServiceRequest: resource_spans = 1, scope_spans = 2, spans = 2. */
    private void request(byte[] body) {
        for (byte[] resource : fields(body, 1)) {
            for (byte[] scope : fields(resource, 2)) {
                fields(scope, 2).forEach(span -> steps.add(step(span)));
            }
        }
    }

    private static Step step(byte[] span) {
        return new Step(
                hex(fields(span, 1)),
                hex(fields(span, 2)),
                hex(fields(span, 4)),
                new String(fields(span, 5).getFirst(), StandardCharsets.UTF_8));
    }

    private static String hex(List<byte[]> id) {
        return id.isEmpty() ? "" : HexFormat.of().formatHex(id.getFirst());
    }

    /** The values of a message's field of that number, which are texts, bytes or messages. */
    private static List<byte[]> fields(byte[] message, int number) {
        List<byte[]> values = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(message);
        while (bytes.hasRemaining()) {
            long tag = varint(bytes);
            switch ((int) (tag & 7)) {
                case 0 -> varint(bytes);
                case 1 -> bytes.getLong();
                case LENGTH_DELIMITED -> {
                    byte[] value = new byte[(int) varint(bytes)];
                    bytes.get(value);
                    if (tag >>> 3 == number) {
                        values.add(value);
                    }
                }
                default -> bytes.getInt();
            }
        }
        return values;
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
