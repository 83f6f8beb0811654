package com.learnamp.entra.writer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SendMailTest {

    @Test
    void aReplyOfTheMailServerIsARefusal() {
        assertThat(
                        SendMail.delivery(
                                new CompletionException(
                                        new SMTPException("no", 451, List.of("later"), false))))
                .isEqualTo(new Delivery.Refused("the mail server answered with 451"));
    }

    @Test
    void withoutAConnectionNothingWasSent() {
        assertThat(SendMail.delivery(new CompletionException(new ConnectException("refused"))))
                .isEqualTo(new Delivery.Unreachable());
    }

    @Test
    void whateverElseHappensPerhapsItWasSent() {
        assertThat(SendMail.delivery(new CompletionException(new TimeoutException())))
                .isInstanceOf(Delivery.Unknown.class);
    }
}
