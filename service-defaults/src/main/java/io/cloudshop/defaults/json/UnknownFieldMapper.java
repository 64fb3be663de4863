package io.cloudshop.defaults.json;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.cloudshop.defaults.problem.CommonProblems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** A field that is not asked for is a typing error: 400, in the shape that the contract has. */
@Provider
@Priority(CommonProblems.BEFORE_THE_LIBRARY)
public class UnknownFieldMapper extends ExceptionMapperBase<UnrecognizedPropertyException> {

    @Override
    protected HttpProblem toProblem(UnrecognizedPropertyException exception) {
        return MismatchedBodyMapper.malformed("There is no field " + MismatchedBodyMapper.field(exception) + " here.");
    }
}
