package com.learnamp.entra.console.companies;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the list of companies. */
@MessageBundle("companies")
public interface CompanyWords {

    @Message(
            "Open one to see its pages as its admins do. What you change there is kept under your name.")
    String pageText();

    @Message("No company yet")
    String none();

    @Message("Companies are made through the API: POST /api/companies.")
    String noneText();

    @Message("Company")
    String company();

    @Message("Number")
    String number();

    @Message("Time zone")
    String timeZone();

    @Message("Language")
    String language();
}
