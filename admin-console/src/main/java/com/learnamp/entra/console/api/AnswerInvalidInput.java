package com.learnamp.entra.console.api;

import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.InvalidInput;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Input of a program that can't be taken: every wrong field is named. */
class AnswerInvalidInput {

    @ServerExceptionMapper
    public Response answer(InvalidInput invalid) {
        FieldProblems problems = invalid.problems();
        boolean forbidden = problems.byField().containsValue(FieldProblem.ONLY_OPERATIONS);
        return Response.status(forbidden ? Response.Status.FORBIDDEN : Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorAnswer(problems.sentence(), problems.texts()))
                .build();
    }
}
