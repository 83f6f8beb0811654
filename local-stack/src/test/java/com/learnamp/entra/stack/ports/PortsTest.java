package com.learnamp.entra.stack.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.learnamp.entra.stack.options.StackProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void areTheUsualOnesUnlessAVariableMovesOne() {
        Ports ports = Ports.of(Map.of("CONSOLE_PORT", "9080", "SMTP_PORT", ""));

        assertThat(ports.number(Port.CONSOLE)).isEqualTo(9080);
        assertThat(ports.number(Port.SMTP)).isEqualTo(12525);
        assertThat(ports.address(Port.WEBHOOK_RECEIVER)).isEqualTo("http://localhost:8081");
    }

    @Test
    void mustBePorts() {
        assertThatExceptionOfType(StackProblem.class)
                .isThrownBy(() -> Ports.of(Map.of("KAFKA_PORT", "70000")))
                .withMessage("KAFKA_PORT=70000 is no port: a number from 1 to 65535");
    }

    @Test
    void mustDiffer() {
        assertThatExceptionOfType(StackProblem.class)
                .isThrownBy(() -> Ports.of(Map.of("KAFKA_PORT", "8080")))
                .withMessage("CONSOLE_PORT and KAFKA_PORT are both 8080: move one of them");
    }

    @Test
    void areRefusedWhenInUseWithTheirVariableAndTheirHolder() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int number = taken.getLocalPort();
            Ports ports = Ports.of(Map.of("KAFKA_PORT", Integer.toString(number)));

            assertThatExceptionOfType(StackProblem.class)
                    .isThrownBy(() -> PortCheck.requireFree(ports, List.of(Port.KAFKA)))
                    .withMessageContaining("Port " + number + ", which kafka needs, is in use by")
                    .withMessageContaining("KAFKA_PORT=");
        }
    }

    @Test
    void nameTheProcessThatHoldsThemWhereTheSystemTells() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortHolder.of(taken.getLocalPort()))
                    .contains("java (pid " + ProcessHandle.current().pid() + ")");
        }
    }
}
