package com.learnamp.entra.stack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.stack.faults.Event.Churn;
import com.learnamp.entra.stack.faults.Event.Deed;
import com.learnamp.entra.stack.faults.Event.GroupTrouble;
import com.learnamp.entra.stack.faults.Event.Weather;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void theSameSeedGivesTheSameSchedule() {
        assertThat(Schedule.of(17)).isEqualTo(Schedule.of(17));
        assertThat(Schedule.of(17)).isNotEqualTo(Schedule.of(18));
    }

    @Test
    void everyTroubleOccursWithinTheSeedsOfEveryBuild() {
        List<Event> events = events(FaultsST.USUAL_SEEDS);

        assertThat(events).contains(Deed.values());
        assertThat(events.stream().filter(Weather.class::isInstance).map(Weather.class::cast))
                .extracting(Weather::group)
                .contains(GroupTrouble.values());
    }

    @Test
    void peopleChangeInEveryMoment() {
        assertThat(Schedule.of(3).moments())
                .allMatch(moment -> moment.events().stream().anyMatch(Churn.class::isInstance));
    }

    @Test
    void theWeatherComesFirst() {
        assertThat(LongStream.rangeClosed(1, 300).mapToObj(Schedule::of))
                .allMatch(schedule ->
                        schedule.moments().getFirst().events().getFirst() instanceof Weather);
    }

    private static List<Event> events(int seeds) {
        return LongStream.rangeClosed(1, seeds)
                .mapToObj(Schedule::of)
                .flatMap(schedule -> schedule.moments().stream())
                .flatMap(moment -> moment.events().stream())
                .toList();
    }
}
