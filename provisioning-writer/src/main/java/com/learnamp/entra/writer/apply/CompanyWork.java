package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a poll brought for one company, in its order: people, of whom only the newest command
 * counts, and the ends of runs between them.
 */
final class CompanyWork {

    /** A part that can be carried out by itself. */
    sealed interface Step {}

    /** Commands about people, one for each. */
    record Commands(List<Received> commands) implements Step {}

    /** What a replay would like to know: nothing is done. */
    record Trial(List<Received> commands) implements Step {}

    /** The end of a run: everything before it is carried out. */
    record End(RunEnded ended, ConsumerRecord<String, byte[]> record) implements Step {}

    private final List<Step> steps = new ArrayList<>();
    private Map<EntraObjectId, Received> newest = new LinkedHashMap<>();
    private final Map<EntraObjectId, Received> tried = new LinkedHashMap<>();
    private long superseded;

    /** What was set aside of one company. */
    static CompanyWork of(List<ConsumerRecord<String, byte[]>> records) {
        CompanyWork work = new CompanyWork();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (MessageCodec.read(record.value(), ProvisioningCommand.class)
                    instanceof Parsed.Read<ProvisioningCommand> read) {
                work.add(read.message(), record);
            }
        }
        return work;
    }

    void add(ProvisioningCommand command, ConsumerRecord<String, byte[]> record) {
        switch (command) {
            case UserCommand user -> add(new Received(user, record));
            case RunEnded ended -> add(ended, record);
        }
    }

    void add(Received received) {
        if (received.command().origin().isTrial()) {
            tried.put(received.command().user(), received);
            return;
        }
        Received known = newest.get(received.command().user());
        if (known == null) {
            newest.put(received.command().user(), received);
            return;
        }
        superseded++;
        if (received.command().version().isNewerThan(known.command().version())) {
            newest.put(received.command().user(), received);
        }
    }

    void add(RunEnded ended, ConsumerRecord<String, byte[]> record) {
        closeCommands();
        steps.add(new End(ended, record));
    }

    /** Commands that a newer one of the same poll replaces. */
    long superseded() {
        return superseded;
    }

    List<Step> steps() {
        closeCommands();
        if (!tried.isEmpty()) {
            steps.add(new Trial(List.copyOf(tried.values())));
            tried.clear();
        }
        return List.copyOf(steps);
    }

    private void closeCommands() {
        if (!newest.isEmpty()) {
            steps.add(new Commands(List.copyOf(newest.values())));
            newest = new LinkedHashMap<>();
        }
    }
}
