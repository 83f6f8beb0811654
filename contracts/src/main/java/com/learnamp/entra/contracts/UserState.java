package com.learnamp.entra.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user of Learn Amp as he is: for other services that start later than the events that made him
 * so. The newest of each user stays on the compacted topic; a tombstone says that he is no more.
 *
 * @param user Learn Amp's id
 * @param entraObject null for somebody whom Entra never had
 * @param change the person's change counter: the id of his last event that this includes; a state
 *     with a lower one than what a reader has is old
 * @param fields what has a value, by Learn Amp's API name as in {@link UserEvent}
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("user-state")
public record UserState(
        CompanyId company,
        long user,
        @Nullable EntraObjectId entraObject,
        long change,
        Map<String, String> fields)
        implements Message {

    public UserState {
        Objects.requireNonNull(company, "company");
        fields = Map.copyOf(fields);
    }

    @Override
    public RecordKey key() {
        return RecordKey.ofUser(company, user);
    }

    /** Personal data: nothing of it goes into a log. */
    @Override
    public String toString() {
        return "UserState[" + company + ":" + user + "]";
    }
}
