package com.learnamp.entra.writer.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Hands a mail to the mail server, and tells a refusal from a conversation that broke off. One mail
 * at a time: one that waited for a connection until its time was up would look as if it had broken
 * off.
 */
@ApplicationScoped
public class SendMail {

    private final Mailer mailer;

    SendMail(Mailer mailer) {
        this.mailer = mailer;
    }

    public synchronized Delivery send(Mail mail) {
        try {
            mailer.send(mail);
            return new Delivery.Sent();
        } catch (IllegalArgumentException e) {
            return new Delivery.Refused("it can't be written as a mail");
        } catch (RuntimeException e) {
            return delivery(e);
        }
    }

    static Delivery delivery(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refusal) {
                return new Delivery.Refused(
                        "the mail server answered with " + refusal.getReplyCode());
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new Delivery.Unreachable();
            }
        }
        return new Delivery.Unknown(failure.getClass().getName());
    }
}
