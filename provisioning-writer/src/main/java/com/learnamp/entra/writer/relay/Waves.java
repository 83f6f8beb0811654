package com.learnamp.entra.writer.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows in the order of their ids, cut so that a wave has one row of each person: the next change of
 * somebody is not sent before Kafka has acknowledged the one before, whatever fails on the way.
 */
final class Waves {

    private Waves() {}

    static List<List<OutboxRow>> of(List<OutboxRow> rows) {
        List<List<OutboxRow>> waves = new ArrayList<>();
        Map<String, Integer> sent = new HashMap<>();
        for (OutboxRow row : rows) {
            int wave = sent.merge(row.key(), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(row);
        }
        return waves;
    }
}
