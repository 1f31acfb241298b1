using System.Text.Json;
using System.Text.RegularExpressions;

namespace SnnGen.Repository.Tests;

/// <summary>A package as a lock file has it.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">The version that is restored.</param>
/// <param name="Hash">Of its content, Base64 of SHA-512.</param>
internal sealed record LockedPackage(string Name, string Version, string Hash)
{
    /// <summary>The packages of one packages.lock.json, for all its frameworks and platforms.</summary>
    public static IEnumerable<LockedPackage> Read(string lockFile)
    {
        using JsonDocument document = JsonDocument.Parse(Repository.Read(lockFile));
        foreach (JsonProperty target in document.RootElement.GetProperty("dependencies").EnumerateObject())
        {
            foreach (JsonProperty package in target.Value.EnumerateObject())
            {
                if (package.Value.GetProperty("type").GetString() != "Project")
                    yield return new(package.Name, package.Value.GetProperty("resolved").GetString()!, package.Value.GetProperty("contentHash").GetString()!);
            }
        }
    }

    /// <summary>What its own nuspec states, or for packages older than licence expressions, what the file or page that it names says.</summary>
    public string Licence
    {
        get
        {
            string folder = Path.Combine(RestoredPackages.Folder, Name.ToLowerInvariant(), Version);
            string nuspec = File.ReadAllText(Path.Combine(folder, Name.ToLowerInvariant() + ".nuspec"));
            Match stated = Regex.Match(nuspec, "<license type=\"(?<kind>\\w+)\">(?<text>.*?)</license>");
            if (stated.Groups["kind"].Value == "expression")
                return stated.Groups["text"].Value;
            string text = stated.Success
                ? File.ReadAllText(Path.Combine(folder, stated.Groups["text"].Value))
                : Regex.Match(nuspec, "<licenseUrl>(?<address>.*?)</licenseUrl>").Groups["address"].Value;
            return RestoredPackages.LicencesByText.First(entry => text.Contains(entry.Text, StringComparison.Ordinal)).Licence;
        }
    }
}
