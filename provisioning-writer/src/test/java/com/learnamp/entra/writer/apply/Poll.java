package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** What a poll of the topic would give. */
final class Poll {

    private Poll() {}

    static ConsumerRecords<String, byte[]> of(ProvisioningCommand... commands) {
        return of(List.of(commands));
    }

    static ConsumerRecords<String, byte[]> of(List<? extends ProvisioningCommand> commands) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (ProvisioningCommand command : commands) {
            records.add(record(command.key().text(), MessageCodec.write(command), records.size()));
        }
        return of(records.toArray(ConsumerRecord[]::new));
    }

    @SafeVarargs
    static ConsumerRecords<String, byte[]> of(ConsumerRecord<String, byte[]>... records) {
        TopicPartition partition = new TopicPartition(Topic.COMMANDS.topicName(), 0);
        return new ConsumerRecords<>(Map.of(partition, List.of(records)), Map.of());
    }

    static ConsumerRecord<String, byte[]> record(String key, byte[] value, long offset) {
        return new ConsumerRecord<>(Topic.COMMANDS.topicName(), 0, offset, key, value);
    }
}
