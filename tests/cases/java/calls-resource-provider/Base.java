package p;
abstract class Base {}
class Translator { static software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest describe(M m) { return null; } }
