package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.ports.Port;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entra says nothing when a photo changes; Sync this person looks. */
class PhotosST {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunningSystem system = RunningSystem.get();
    private final CompanySync company = system.demo().sync();
    private final ConsoleApi console = new ConsoleApi(system.stack().address(Port.CONSOLE));
    private final String token = DemoCompany.operations(console, system.stack().secrets());

    @AfterEach
    void turnPhotosOff() {
        company.follow(company.syncPhotos(false), line -> {});
    }

    @Test
    void aPhotoThatIsSetReplacedRemovedAndSetAgainArrivesAfterSyncThisPerson() throws Exception {
        Await.equality(system, PATIENCE);
        assertThat(RunFigures.succeeded(company.follow(company.syncPhotos(true), line -> {})))
                .isTrue();
        StoredPerson person =
                system.store().people().stream()
                        .filter(row -> row.objectId() != null && row.active())
                        .findFirst()
                        .orElseThrow();
        String object = Objects.requireNonNull(person.objectId());
        Set<String> seen = new HashSet<>();
        system.store().avatar(person.id()).ifPresent(seen::add);

        for (int seed : List.of(501, 502)) {
            system.directory().paint(object, seed);
            sync(person);
            Await.nothing(
                    PATIENCE,
                    () ->
                            complaint(
                                    person,
                                    avatar -> avatar.isPresent() && seen.add(avatar.get())));
        }
        system.directory().removePhoto(object);
        sync(person);
        Await.nothing(PATIENCE, () -> complaint(person, Optional::isEmpty));
        system.directory().paint(object, 501);
        sync(person);
        Await.nothing(
                PATIENCE,
                () -> complaint(person, avatar -> avatar.filter(seen::contains).isPresent()));
    }

    /** What the avatar has to be. */
    private interface Wanted {
        boolean is(Optional<String> avatar);
    }

    private List<String> complaint(StoredPerson person, Wanted wanted) throws Exception {
        Optional<String> avatar = system.store().avatar(person.id());
        return wanted.is(avatar) ? List.of() : List.of("the avatar is still " + avatar);
    }

    private void sync(StoredPerson person) {
        console.post(
                "/api/companies/%d/people/%d/sync"
                        .formatted(system.demo().company().id(), person.id()),
                token,
                JsonNodeFactory.instance.objectNode());
    }
}
