package io.cloudshop.defaults.json;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.cloudshop.defaults.problem.CommonProblems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** As {@link MismatchedBodyMapper}, for the one kind of mismatch that the problem library maps by itself. */
@Provider
@Priority(CommonProblems.BEFORE_THE_LIBRARY)
public class WrongTypeMapper extends ExceptionMapperBase<InvalidFormatException> {

    @Override
    protected HttpProblem toProblem(InvalidFormatException exception) {
        return MismatchedBodyMapper.mismatch(exception);
    }
}
