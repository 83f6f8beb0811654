package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.UserCommand;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A command and the record that it came in. */
record Received(UserCommand command, ConsumerRecord<String, byte[]> record) {}
