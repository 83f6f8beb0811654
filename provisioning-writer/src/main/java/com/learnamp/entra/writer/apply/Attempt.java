package com.learnamp.entra.writer.apply;

import com.learnamp.entra.messaging.RetryInPlace;
import com.learnamp.entra.writer.company.RefusedByStore;
import com.learnamp.entra.writer.company.StoreUnavailable;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;

/** What became of a transaction once the weather let it through. */
sealed interface Attempt {

    record Applied(BatchOutcome outcome) implements Attempt {}

    /**
     * @param why in words, without personal data
     */
    record Refused(String why) implements Attempt {}

    /** Bad weather is waited out; whatever else fails is the fault of what was attempted. */
    static Attempt untilTheWeatherIsGood(String what, Supplier<BatchOutcome> transaction) {
        return RetryInPlace.untilItSucceeds(what, () -> once(transaction));
    }

    private static Attempt once(Supplier<BatchOutcome> transaction) {
        try {
            return new Applied(transaction.get());
        } catch (StoreUnavailable | InterruptException e) {
            throw e;
        } catch (RefusedByStore e) {
            return new Refused(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new Refused("it can't be applied: " + e.getClass().getName());
        }
    }
}
