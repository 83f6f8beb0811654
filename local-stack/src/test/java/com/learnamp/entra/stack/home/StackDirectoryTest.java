package com.learnamp.entra.stack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.learnamp.entra.stack.options.StackProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDirectoryTest {

    @TempDir Path directory;

    @Test
    void saysThatItCantBeWrittenAndHowToNameAnother() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "in the way");

        assertThatExceptionOfType(StackProblem.class)
                .isThrownBy(() -> new StackDirectory(file.resolve("stack")).prepare())
                .withMessageContaining(file + "/stack can't be written")
                .withMessageContaining("LOCAL_STACK_DIR=");
    }

    @Test
    void keepsItsSecretsFromOthersAndFromOneStartToTheNext() throws IOException {
        Path file = directory.resolve("secrets.json");

        Secrets first = Secrets.in(file);
        Secrets second = Secrets.in(file);

        assertThat(second.subscriptionKeys()).isEqualTo(first.subscriptionKeys());
        assertThat(second.opsClientSecret()).isEqualTo(first.opsClientSecret());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(first.toString()).doesNotContain(first.opsClientSecret());
    }

    @Test
    void keepsTheLogOfTheStartBefore() throws IOException {
        StackDirectory stack = new StackDirectory(directory).prepare();
        Files.writeString(stack.newLog("kafka"), "first start");

        Files.writeString(stack.newLog("kafka"), "second start");

        assertThat(stack.logs().resolve("kafka.before.log")).hasContent("first start");
        assertThat(stack.log("kafka")).hasContent("second start");
    }
}
