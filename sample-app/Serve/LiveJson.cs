using System.Text.Json;
using System.Text.Json.Serialization;

namespace SampleApp.Serve;

/// <summary>How the answers are written and requests are read: code of the compiler, so that nothing needs reflection.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(NetworkCard[]))]
[JsonSerializable(typeof(Example[]))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class LiveJson : JsonSerializerContext;
