package lambdacreate;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.*;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.*;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
class D {
    private static final String ROLE = "arn:aws:iam::111122223333:role/fn-role";
    void create(LambdaClient l, byte[] zip) {
        FunctionCode code = FunctionCode.builder().zipFile(SdkBytes.fromByteArray(zip)).build();
        CreateFunctionRequest r = CreateFunctionRequest.builder().functionName("resize").runtime(Runtime.JAVA21).handler("a.B").code(code).role(ROLE).build();
        try (l) { l.createFunction(r); l.waiter().waitUntilFunctionExists(g -> g.functionName("resize")); l.addPermission(p -> p.functionName("resize").statementId("s").action("lambda:InvokeFunction").principal("s3.amazonaws.com")); }
    }
    void run(EcsClient e) {
        e.registerTaskDefinition(RegisterTaskDefinitionRequest.builder().family("web").taskRoleArn("arn:aws:iam::111122223333:role/task").executionRoleArn("arn:aws:iam::111122223333:role/exec").containerDefinitions(ContainerDefinition.builder().name("c").image("i").build()).build());
        e.runTask(t -> t.cluster("main").taskDefinition("web:3").launchType(LaunchType.FARGATE));
    }
    void sched(SchedulerClient s) { s.createSchedule(c -> c.name("nightly").groupName("ops").scheduleExpression("rate(1 day)").target(t -> t.arn("arn:aws:lambda:us-east-1:111122223333:function:resize").roleArn("arn:aws:iam::111122223333:role/sched"))); }
}
