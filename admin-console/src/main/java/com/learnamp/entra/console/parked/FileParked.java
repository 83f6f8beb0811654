package com.learnamp.entra.console.parked;

import com.learnamp.entra.messaging.RetryInPlace;
import com.learnamp.entra.store.CompanyScope;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Files what services have parked, so that it can be found, tried again and dropped.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>the parked topics of all services</td></tr>
 * <tr><td>out</td><td>{@code provisioning.parked}</td></tr>
 * <tr><td>state</td><td>the rows: one for each record, known by where it was first read</td></tr>
 * <tr><td>duplicates</td><td>the same record at the same time changes nothing; parked again after a
 *     retry it is one attempt more</td></tr>
 * <tr><td>order</td><td>does not matter</td></tr>
 * <tr><td>permanent failure</td><td>a record that no service has parked is logged and left</td></tr>
 * <tr><td>transient failure</td><td>the store is away: the same batch again, offsets
 *     uncommitted</td></tr>
 * </table>
 */
@ApplicationScoped
class FileParked {

    private static final Logger LOG = Logger.getLogger(FileParked.class);

    private final CompanyScope scope;

    FileParked(CompanyScope scope) {
        this.scope = scope;
    }

    @Incoming("parked")
    @Blocking
    void file(ConsumerRecords<String, byte[]> records) {
        List<FiledRecord> filed = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            FiledRecord.of(record).ifPresentOrElse(filed::add, () -> logStranger(record));
        }
        RetryInPlace.run(
                "filing parked records",
                () ->
                        scope.ofCompanyOrAll(
                                Optional.empty(),
                                transaction -> {
                                    for (FiledRecord one : filed) {
                                        one.save(transaction);
                                    }
                                    return filed.size();
                                }));
    }

    private static void logStranger(ConsumerRecord<String, byte[]> record) {
        LOG.errorf(
                "no service parks like this topic=%s partition=%d offset=%d",
                record.topic(), record.partition(), record.offset());
    }
}
