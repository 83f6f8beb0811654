package com.learnamp.entra.writer;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** User events as a consumer reads them. */
public final class Events {

    private Events() {}

    public static List<CloudEvent> of(
            StoredCompany company, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> record.key().startsWith(company.id() + ":"))
                .map(record -> KafkaMessageFactory.createReader(record).toEvent())
                .toList();
    }

    /** The ids of each source in the order of their first arrival: a consumer drops repetitions. */
    public static Map<String, List<String>> idsBySource(List<CloudEvent> events) {
        Map<String, LinkedHashSet<String>> ids = new LinkedHashMap<>();
        events.forEach(event ->
                ids.computeIfAbsent(event.getSource().toString(), unseen -> new LinkedHashSet<>())
                        .add(event.getId()));
        Map<String, List<String>> lists = new LinkedHashMap<>();
        ids.forEach((source, seen) -> lists.put(source, new ArrayList<>(seen)));
        return lists;
    }
}
