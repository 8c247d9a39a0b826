package rugged.torch;

import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import rugged.params.BadParameter;

/** A module with its parameters: forward, and derivatives of what came out. Each thread has one of its own. Tensors belong to the scope of the caller. */
final class ModulePass {
    private static final String ALLOWED = "a model of one input and one output, saved in evaluation mode";

    final ModuleSetting setting;
    final ModuleWeights weights;
    private final JitModule module;

    private ModulePass(ModuleSetting setting, JitModule module, Set<String> learnt) {
        this.setting = setting;
        this.module = module;
        Device device = Libtorch.device(setting.processor());
        module.eval();
        module.to(device, setting.single() ? torch.ScalarType.Float : torch.ScalarType.Double);
        weights = new ModuleWeights(module.named_parameters(), learnt, setting.single());
        module.retainReference();
    }

    /** Reads the module from its file. Throws where it is none, or has nothing to learn. */
    static ModulePass open(ModuleSetting setting) {
        Libtorch.load();
        String name = setting.file().path().toString();
        try (PointerScope _ = new PointerScope()) {
            JitModule module = torch.load(name);
            Set<String> learnt = ModuleWeights.learnt(module.named_parameters());
            if (learnt.isEmpty())
                throw new BadParameter(
                        "model", name, "has no parameters to learn", "a model with requires_grad on some");
            return new ModulePass(setting, module, learnt);
        } catch (BadParameter own) {
            throw own;
        } catch (RuntimeException said) {
            throw new BadParameter("model", name, "cannot be loaded: " + Sentence.of(said), ALLOWED);
        }
    }

    /** The same for one more thread. */
    ModulePass fork() {
        try (PointerScope _ = new PointerScope()) {
            return new ModulePass(setting, module.deepcopy(), weights.names());
        }
    }

    /** Throws where the module does not take inputs of the shape of the data, or does not answer with K numbers for each. */
    void check() {
        String name = setting.file().path().toString();
        int count = 2;
        try (PointerScope _ = new PointerScope();
                NoGradGuard _ = new NoGradGuard()) {
            Tensor inputs = torch.zeros(setting.shape(count))
                    .to(
                            Libtorch.device(setting.processor()),
                            setting.single() ? torch.ScalarType.Float : torch.ScalarType.Double);
            IValue answer = answer(inputs);
            if (!answer.isTensor())
                throw new BadParameter("model", name, "answers with something else than one tensor", ALLOWED);
            long found = answer.toTensor().numel();
            if (found != (long) count * setting.outputs())
                throw new BadParameter(
                        "model",
                        name,
                        "answers " + count + " inputs with " + found + " numbers",
                        setting.outputs() + " for each, as the labels of the data want");
        } catch (BadParameter own) {
            throw own;
        } catch (RuntimeException said) {
            throw new BadParameter(
                    "model",
                    name,
                    "does not take inputs of shape " + setting.input() + ": " + Sentence.of(said),
                    "a model for these data, or input: [...], the extents that it takes");
        }
    }

    private IValue answer(Tensor inputs) {
        // kernels that are fused while it runs would change last digits from call to call; a setting of the thread
        torch.setGraphExecutorOptimize(false);
        return module.forward(new IValueVector(new IValue(inputs)));
    }

    /** o[B, K]. */
    Tensor outputs(Tensor inputs) {
        Tensor o = answer(inputs).toTensor();
        return o.dim() == 2 && o.size(1) == setting.outputs() ? o : o.reshape(inputs.size(0), setting.outputs());
    }

    /**
     * Derivatives of tensors along directions of the same shapes with respect to others; undefined where there is no dependence.
     *
     * @param kept whether the graph is needed again
     * @param further whether derivatives of these are to be taken
     */
    static TensorVector derivatives(
            TensorVector of, TensorVector along, TensorVector withRespectTo, boolean kept, boolean further) {
        return torch.grad(of, withRespectTo, along, new BoolOptional(kept || further), further, true);
    }

    /** The same with respect to the parameters, of one tensor. */
    TensorVector derivatives(Tensor of, Tensor along, boolean kept, boolean further) {
        return derivatives(new TensorVector(of), new TensorVector(along), weights.tensors(), kept, further);
    }
}
