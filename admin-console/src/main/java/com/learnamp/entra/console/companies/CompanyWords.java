package com.learnamp.entra.console.companies;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the list of companies. */
@MessageBundle("companies")
public interface CompanyWords {

    @Message(
            "Open one to see its pages as its admins do. There you bind its directory, pause and deal with what is parked, under your name; everything else is its admins’ to do.")
    String pageText();

    @Message("No company yet")
    String none();

    @Message("Companies are made through the API: POST /api/companies.")
    String noneText();

    @Message("No company has that name or number")
    String noHit();

    @Message("Name or number")
    String search();

    @Message("Find")
    String find();

    @Message("Sort by")
    String sort();

    @Message(
            "{#switch sort}{#case 'lag'}Longest lag first{#case 'compared'}Longest not compared first{#case 'parked'}Most parked first{#else}By name{/switch}")
    String sortBy(String sort);

    @Message("Company")
    String company();

    @Message("No. {id}")
    String number(long id);

    @Message("Connection")
    String connection();

    @Message(
            "{#switch state}{#case 'draft'}Not set up{#case 'disconnected'}Disconnected{#case 'waiting'}Not looked at yet{#case 'ok'}Connected{#case 'stopped'}Stopped{#case 'unreachable'}Unreachable{#else}Paused{/switch}")
    String state(String state);

    @Message("People")
    String people();

    @Message("Lag")
    String lag();

    @Message("Last notice")
    String lastNotice();

    @Message("Last comparison")
    String lastComparison();

    @Message("Throttled today")
    String throttled();

    @Message("waits, until")
    String waitsUntil();

    @Message("Parked")
    String parked();

    @Message(
            "People: in the group at the last comparison. Lag: how long the oldest look-up that is due, of the whole tenant, or the oldest event has waited. Last notice: of a change that was one. Throttled: requests of the tenant that Microsoft refused since midnight UTC. –: not known.")
    String meaning();

    @Message("From the start")
    String first();

    @Message("Next")
    String next();

    @Message(
            "{#if days == 0}The client secret expires today, at 23:59 UTC{#else if days == 1}The client secret expires tomorrow, on {date} at 23:59 UTC{#else}The client secret expires in {days} days, on {date} at 23:59 UTC{/if}")
    String secretSoon(long days, String date);

    @Message("The client secret expired on {date}, as you have written down")
    String secretOver(String date);

    @Message(
            "After that no company’s people can be read. Add a new secret before removing this one.")
    String secretText();

    @Message("The client secret is good until {date}.")
    String secretLater(String date);

    @Message(
            "When the client secret expires is not written down: set GRAPH_CLIENT_SECRET_EXPIRES to its date.")
    String secretUnknown();

    @Message(
            "How to renew: make a new client secret in Entra, under App registrations; put it and its date into the settings of graph-fetcher, photo-sync and the console; restart them; then remove the old one.")
    String secretHow();
}
