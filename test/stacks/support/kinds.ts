/** What tests read of each kind of resource, as CloudFormation names it. What may be a reference is unknown until `text` reads it. */
export interface Kinds {
  "AWS::ApiGatewayV2::Integration": { readonly IntegrationUri: unknown };
  "AWS::ApiGatewayV2::Route": {
    readonly RouteKey: string;
    readonly Target: unknown;
    readonly AuthorizationType: string;
  };
  "AWS::ApiGatewayV2::Stage": {
    readonly RouteSettings: Readonly<
      Record<string, { readonly ThrottlingRateLimit: number; readonly ThrottlingBurstLimit: number }>
    >;
  };
  "AWS::CloudFront::CachePolicy": {
    readonly CachePolicyConfig: {
      readonly DefaultTTL: number;
      readonly ParametersInCacheKeyAndForwardedToOrigin: { readonly HeadersConfig: Headers };
    };
  };
  "AWS::CloudFront::Distribution": { readonly DistributionConfig: Front };
  "AWS::CloudFront::OriginRequestPolicy": {
    readonly OriginRequestPolicyConfig: {
      readonly HeadersConfig: Headers;
      readonly CookiesConfig: { readonly CookieBehavior: string };
    };
  };
  "AWS::CloudFront::ResponseHeadersPolicy": { readonly ResponseHeadersPolicyConfig: Answer };
  "AWS::CloudWatch::Alarm": {
    readonly AlarmName: unknown;
    readonly AlarmDescription: string;
    readonly Namespace: string;
    readonly MetricName: string;
    readonly Statistic: string;
    readonly Threshold: number;
    readonly Period: number;
    readonly EvaluationPeriods: number;
  };
  "AWS::Cognito::UserPool": object;
  "AWS::Cognito::UserPoolClient": {
    readonly ClientName: string;
    readonly AllowedOAuthScopes: readonly string[];
    readonly CallbackURLs: readonly unknown[];
    readonly IdTokenValidity: number;
  };
  "AWS::Cognito::UserPoolGroup": { readonly GroupName: string };
  "AWS::DynamoDB::Table": Table;
  "AWS::Events::Archive": { readonly RetentionDays: number };
  "AWS::Events::EventBus": { readonly Name: unknown };
  "AWS::Events::Rule": {
    readonly Name: unknown;
    readonly EventBusName?: unknown;
    readonly EventPattern: unknown;
    readonly Targets: readonly { readonly Arn: unknown }[];
  };
  "AWS::IAM::Policy": { readonly Roles: readonly unknown[] };
  "AWS::IAM::Role": {
    readonly Policies?: readonly { readonly PolicyDocument: { readonly Statement: readonly Statement[] } }[];
    readonly ManagedPolicyArns?: unknown;
  };
  "AWS::KMS::Key": object;
  "AWS::Lambda::EventSourceMapping": {
    readonly EventSourceArn: unknown;
    readonly FunctionName: unknown;
    readonly BatchSize: number;
    readonly MaximumBatchingWindowInSeconds?: number;
    readonly ScalingConfig?: { readonly MaximumConcurrency: number };
  };
  "AWS::Lambda::Function": Lambda;
  "AWS::Logs::LogGroup": { readonly RetentionInDays: number };
  "AWS::Pipes::Pipe": {
    readonly Name: unknown;
    readonly SourceParameters: {
      readonly FilterCriteria: { readonly Filters: readonly { readonly Pattern: string }[] };
      readonly DynamoDBStreamParameters: {
        readonly BatchSize: number;
        readonly MaximumRetryAttempts: number;
      };
    };
    readonly Enrichment: unknown;
    readonly Target: unknown;
  };
  "AWS::S3::Bucket": Bucket;
  "AWS::SES::ConfigurationSet": { readonly Name: unknown; readonly TrackingOptions?: unknown };
  "AWS::SES::ConfigurationSetEventDestination": {
    readonly EventDestination: {
      readonly MatchingEventTypes: readonly string[];
      readonly EventBridgeDestination?: { readonly EventBusArn: unknown };
      readonly SnsDestination?: unknown;
    };
  };
  "AWS::SES::EmailIdentity": object;
  "AWS::SNS::Subscription": { readonly RawMessageDelivery?: boolean; readonly Endpoint: unknown };
  "AWS::SQS::Queue": {
    readonly QueueName: unknown;
    readonly VisibilityTimeout?: number;
    readonly RedrivePolicy?: { readonly maxReceiveCount: number };
  };
  "AWS::Scheduler::Schedule": {
    readonly Name: unknown;
    readonly ScheduleExpression: string;
    readonly Target: { readonly Arn: unknown };
  };
  "AWS::SecretsManager::Secret": object;
  "AWS::StepFunctions::StateMachine": {
    readonly StateMachineName: unknown;
    readonly RoleArn: unknown;
    readonly DefinitionString: { readonly "Fn::Join": readonly [string, readonly unknown[]] };
  };
  "AWS::WAFv2::WebACL": { readonly Rules: readonly FirewallRule[] };
  "Custom::S3AutoDeleteObjects": { readonly BucketName: unknown };
}

interface FirewallRule {
  readonly Name: string;
  readonly Action?: { readonly Block?: { readonly CustomResponse: unknown } };
  readonly Statement: { readonly RateBasedStatement?: { readonly EvaluationWindowSec: number } };
}

export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

export interface Key {
  readonly AttributeName: string;
  readonly KeyType: "HASH" | "RANGE";
}

interface Table {
  readonly TableName: unknown;
  readonly KeySchema: readonly Key[];
  readonly TimeToLiveSpecification: { readonly AttributeName: string };
  readonly StreamSpecification: { readonly StreamViewType: string };
  readonly PointInTimeRecoverySpecification: { readonly PointInTimeRecoveryEnabled: boolean };
  readonly GlobalSecondaryIndexes: readonly {
    readonly IndexName: string;
    readonly KeySchema: readonly Key[];
    readonly Projection: { readonly NonKeyAttributes?: readonly string[] };
  }[];
}

interface Lambda {
  readonly FunctionName?: unknown;
  readonly Description: string;
  readonly MemorySize: number;
  readonly Timeout: number;
  readonly Role: unknown;
  readonly Code: { readonly S3Key: unknown };
  readonly Environment: { readonly Variables: Readonly<Record<string, unknown>> };
  readonly LoggingConfig: { readonly LogGroup: unknown };
}

interface Bucket {
  readonly BucketName: unknown;
  readonly PublicAccessBlockConfiguration: unknown;
  readonly CorsConfiguration?: {
    readonly CorsRules: readonly [
      { readonly AllowedMethods: readonly string[]; readonly AllowedHeaders: readonly string[] },
    ];
  };
  readonly LifecycleConfiguration?: {
    readonly Rules: readonly { readonly Prefix?: string; readonly ExpirationInDays: number }[];
  };
}

interface Headers {
  readonly Headers: readonly string[];
}

interface Behaviour {
  readonly PathPattern: string;
  readonly TargetOriginId: string;
  readonly CachePolicyId: unknown;
}

interface Front {
  readonly Origins: readonly {
    readonly DomainName: unknown;
    readonly OriginCustomHeaders?: readonly { readonly HeaderName: string; readonly HeaderValue: unknown }[];
    readonly CustomOriginConfig?: { readonly OriginProtocolPolicy: string };
  }[];
  readonly CacheBehaviors: readonly Behaviour[];
  readonly DefaultCacheBehavior: Behaviour;
  readonly CustomErrorResponses: unknown;
  readonly WebACLId: unknown;
}

interface Answer {
  readonly Name: string;
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy?: { readonly ContentSecurityPolicy: unknown };
    readonly StrictTransportSecurity: { readonly AccessControlMaxAgeSec: number };
  };
  readonly CustomHeadersConfig: { readonly Items: readonly { readonly Override: boolean }[] };
}
